import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Field, FieldType } from '../store/schema.ts'
import { badTables, harmlessTables } from './made-up-testing.ts'
import type { Found, ScanKind } from './schema.ts'
import { searchTable } from './search-table.ts'

let folder: string
before(async () => void (folder = await mkdtemp(join(tmpdir(), 'modellregion-scan-test-'))))
after(() => rm(folder, { recursive: true, force: true }))

/** Loads a CSV as the portal does in the end, typed and as Parquet, and looks through it. */
async function searched(name: string, csv: string, k = 5): Promise<readonly Found[]> {
  const [source, target] = [join(folder, `${name}.csv`), join(folder, `${name}.parquet`)]
  await writeFile(source, csv)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const db = await instance.connect()
  try {
    await db.run(`copy (select * from read_csv('${source}', header = true, sample_size = -1)) to '${target}' (format parquet)`)
    const rows = (await db.runAndReadAll(`describe select * from read_parquet('${target}')`)).getRowObjectsJson()
    const fields = rows.map((row): Field => ({ id: String(row['column_name']), type: typeOf(String(row['column_type'])), ...meaningOf(String(row['column_name'])) }))
    return (await searchTable(db, target, fields, k)).findings
  } finally {
    db.closeSync()
    instance.closeSync()
  }
}

const typeOf = (type: string): FieldType => (/INT/.test(type) ? 'int' : /DOUBLE|DECIMAL/.test(type) ? 'numeric' : type === 'DATE' ? 'date' : type === 'BOOLEAN' ? 'bool' : 'text')
const meaningOf = (name: string) => (name.startsWith('lat') ? { meaning: 'latitude' } : name.startsWith('lon') ? { meaning: 'longitude' } : {})
const seriousKinds = (found: readonly Found[]): ScanKind[] => [...new Set(found.filter(({ serious }) => serious).map(({ kind }) => kind))].sort()

describe('made-up tables with people in them', () => {
  for (const { name, csv, finds } of badTables)
    test(name, async () => assert.deepEqual(seriousKinds(await searched(name.replaceAll(/\W+/g, '-'), csv)), [...finds].sort()))
})

describe('tables without people', () => {
  for (const { name, csv } of harmlessTables) test(name, async () => assert.deepEqual(seriousKinds(await searched(name.replaceAll(/\W+/g, '-'), csv)), []))
})

describe('published files of a city', () => {
  const demo = (file: string): Promise<string> => readFile(new URL(`../demo/data/${file}.csv.gz`, import.meta.url)).then((bytes) => gunzipSync(bytes).toString('utf8'))
  for (const file of ['koeln-haushalt-ergebnisplan', 'koeln-haushalt-teilergebnisplan', 'koeln-wahl-2013-stimmbezirke']) test(`${file}: nothing to decide`, async () => assert.deepEqual(seriousKinds(await searched(file, await demo(file))), []))

  test('koeln-bevoelkerung: small counts of people only', async () => {
    const found = await searched('bev', await demo('koeln-bevoelkerung'))
    assert.deepEqual(seriousKinds(found), ['small-cell'])
    assert.deepEqual(found.find(({ kind }) => kind === 'small-cell')?.fields, ['zahl'])
  })

  test('koeln-aed: who has edited a row is a person', async () => {
    const found = await searched('aed', await demo('koeln-aed'))
    assert.deepEqual(found.filter(({ kind }) => kind === 'name').map(({ fields }) => fields[0]), ['last_edited_by'])
  })
})

test('examples are masked and values are nowhere', async () => {
  const found = await searched('masked', 'Ansprechpartner,Mail\nErika Mustermann,erika.mustermann@example.org\nHans Beispiel,hans.beispiel@example.org\n')
  const said = JSON.stringify(found)
  assert.ok(!/Mustermann|Beispiel|example\.org/.test(said), said)
  assert.ok(found.every(({ examples }) => examples.length > 0))
})

test('the smallest group decides what is a small count', async () => {
  const csv = 'Stadtteil,Arbeitslose\nNord,4\nSüd,7\nOst,120\n'
  assert.equal((await searched('k5', csv, 5)).find(({ kind }) => kind === 'small-cell')?.hits, 1)
  assert.equal((await searched('k10', csv, 10)).find(({ kind }) => kind === 'small-cell')?.hits, 2)
  assert.equal((await searched('k3', csv, 3)).find(({ kind }) => kind === 'small-cell'), undefined)
})
