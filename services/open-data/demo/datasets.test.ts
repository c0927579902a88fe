import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDataset } from '../check/check.ts'
import { demoDatasets } from './datasets.ts'
import { describe } from './own-datasets.ts'
import { demoReviews } from './review-texts.ts'

const office = { id: '', name: 'fachbereich', title: 'Fachbereich', description: '', homepage: null, email: 'fachbereich@daten.example', uri: null, createdAt: new Date(0) }
const town = { tenant: { id: 'aachen', name: 'Aachen', ags: '05334002' } }
const published = Object.values(demoDatasets).flat()

test('every table of the demonstration has as many cells in each row as columns, and each version differs from the one before', () => {
  for (const { name, versions } of published) {
    for (const { text } of versions) {
      const [head = '', ...rows] = text.trim().split('\n')
      const widths = new Set([head, ...rows].map((row) => row.split(';').length))
      assert.equal(widths.size, 1, name)
      assert.ok(rows.length > 0 && !/NaN|undefined/.test(text), name)
    }
    assert.equal(new Set(versions.map(({ text }) => text)).size, versions.length, name)
    assert.ok(versions.every(({ daysAgo }, at) => at === 0 || daysAgo < (versions[at - 1]?.daysAgo ?? 0)), name)
  }
})

test('what the offices say of their data breaks no rule of DCAT-AP.de', () => {
  for (const one of [...published, ...demoReviews]) {
    const { highValue: _, ...said } = one // what a high-value dataset needs beside, its file brings
    const broken = checkDataset(describe(town, office, said))
    assert.deepEqual(broken.filter(({ severity }) => severity === 'violation').map(({ code, field }) => `${code} ${field}`), [], one.name)
  }
})
