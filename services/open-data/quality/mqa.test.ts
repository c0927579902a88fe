import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { gradeOf, mqaScore } from './mqa.ts'

const csv = {
  ...emptyDistribution, accessURL: ['https://example.org/a'], downloadURL: ['https://example.org/a.csv'], mediaType: 'text/csv', byteSize: 12, rights: ['free'],
  format: 'http://publications.europa.eu/resource/authority/file-type/CSV', license: 'http://dcat-ap.de/def/licenses/cc-zero',
}
const best: Dataset = {
  ...emptyDataset, uri: 'https://example.org/1', title: { de: 'Radwege' }, description: { de: 'Alle Radwege' }, keyword: { de: ['Rad'] }, theme: ['http://publications.europa.eu/resource/authority/data-theme/TRAN'],
  spatial: [{ uri: 'https://example.org/aachen' }], temporal: [{ startDate: '2024' }], publisher: { name: { de: 'Stadt' } }, contactPoint: [{ kind: 'Kind', email: 'a@example.org' }],
  accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC', issued: '2024', modified: '2024', distribution: [csv],
}

describe('metadata quality', () => {
  it('gives a perfect dataset with working addresses all 405 points', () => {
    const score = mqaScore(best, { reachable: () => true })
    assert.equal(score.points, 405)
    assert.equal(score.attainable, 405)
    assert.equal(score.grade, 'excellent')
    assert.deepEqual(Object.values(score.dimensions).map(({ max }) => max), [100, 100, 110, 75, 20])
  })

  it('does not hold unchecked addresses against a dataset', () => {
    const score = mqaScore(best)
    assert.equal(score.points, 325)
    assert.equal(score.attainable, 325)
    assert.equal(score.indicators.find(({ code }) => code === 'open-data.quality.access-url-status')?.state, 'unknown')
  })

  it('counts files by share', () => {
    const half = mqaScore({ ...best, distribution: [csv, emptyDistribution] }, { reachable: (address) => address.endsWith('csv') })
    const points = Object.fromEntries(half.indicators.map(({ id, points }) => [id, points]))
    assert.equal(points['format'], 10)
    assert.equal(points['download-url'], 10)
    assert.equal(points['download-url-status'], 15)
    assert.equal(points['access-url-status'], 0)
    assert.equal(points['dcat-ap-compliance'], 0)
  })

  it('knows that files of the portal itself answer', () => {
    const { accessURL: _access, downloadURL: _download, byteSize: _size, mediaType: _type, ...described } = csv
    const own = { ...best, distribution: [{ ...described, accessURL: [], downloadURL: [], id: 'a', versionId: 'b' }] }
    assert.equal(mqaScore(own).points, 405)
    assert.equal(mqaScore({ ...own, distribution: [{ ...described, accessURL: [], downloadURL: [] }] }).points, 405 - 50 - 20 - 30 - 30 - 10 - 5)
  })

  it('gives an empty dataset nothing', () => {
    assert.equal(mqaScore(emptyDataset).points, 0)
    assert.equal(mqaScore(emptyDataset).grade, 'bad')
  })

  it('keeps the limits of the grades', () => {
    assert.deepEqual([120, 121, 220, 221, 350, 351].map(gradeOf), ['bad', 'sufficient', 'sufficient', 'good', 'good', 'excellent'])
  })

  it('never gives fewer points for more metadata', () => {
    fc.assert(fc.property(fc.subarray(Object.keys(best)), fc.subarray(Object.keys(csv)), (fields, fileFields) => {
      const some = { ...emptyDataset, ...Object.fromEntries(Object.entries(best).filter(([key]) => fields.includes(key))), distribution: [{ ...emptyDistribution, ...Object.fromEntries(Object.entries(csv).filter(([key]) => fileFields.includes(key))) }] }
      assert.ok(mqaScore(some, { compliant: false }).points <= mqaScore(best, { compliant: false }).points)
    }))
  })
})
