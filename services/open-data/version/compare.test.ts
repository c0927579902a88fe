import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import type { Field } from '../store/schema.ts'
import { compareTables, differenceCsvQuery, type Compared } from './compare.ts'
import { isSame } from './difference.ts'

const folder = mkdtempSync(join(tmpdir(), 'modellregion-compare-test-'))
let db: DuckDBConnection
before(async () => void (db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()))
after(() => {
  db.closeSync()
  rmSync(folder, { recursive: true, force: true })
})

const text = (...ids: string[]): Field[] => ids.map((id) => ({ id, type: 'text' }))
const quoted = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`)
let files = 0

async function tableOf(fields: readonly Field[], rows: readonly (string | null)[][]): Promise<Compared> {
  const path = join(folder, `${files++}.parquet`)
  const names = ['_id', ...fields.map(({ id }) => id)].map((id) => `"${id.replaceAll('"', '""')}"`).join(', ')
  const values = rows.map((row, at) => `(${[at + 1, ...row.map(quoted)].join(', ')})`)
  const source = values.length ? `(values ${values.join(', ')})` : `(select ${['1', ...fields.map(() => "''")].join(', ')} where false)`
  await db.run(`copy (select * from ${source} t(${names})) to '${path}' (format parquet)`)
  return { path, fields, rows: rows.length }
}

describe('two uploads of a table', () => {
  it('rows are known again by the first column that is filled and unique in both', async () => {
    const from = await tableOf(text('art', 'nr', 'name'), [['a', '1', 'Nord'], ['a', '2', 'Süd'], ['b', '3', 'West']])
    const to = await tableOf(text('art', 'nr', 'name'), [['b', '3', 'West'], ['a', '1', 'Nordost'], ['a', '4', "O'st"]])
    const difference = await compareTables(db, from, to)
    assert.deepEqual(difference.key, ['nr'])
    assert.deepEqual([difference.added, difference.removed, difference.changed], [1, 1, 1])
    assert.deepEqual(difference.rows, [
      { key: ['1'], before: ['a', '1', 'Nord'], after: ['a', '1', 'Nordost'] },
      { key: ['4'], before: null, after: ['a', '4', "O'st"] },
      { key: ['2'], before: ['a', '2', 'Süd'], after: null },
    ])
    assert.deepEqual((await db.runAndReadAll(differenceCsvQuery(from, to, difference))).getRowsJson().sort(), [['added', 'a', '4', "O'st"], ['changed', 'a', '1', 'Nordost'], ['removed', 'a', '2', 'Süd']])
  })

  it('without such a column whole rows are compared, as often as they occur', async () => {
    const from = await tableOf(text('a'), [['x'], ['x'], [null]])
    const to = await tableOf(text('a'), [['x'], ['y'], [null]])
    const difference = await compareTables(db, from, to)
    assert.deepEqual([difference.key, difference.added, difference.removed, difference.changed], [[], 1, 1, 0])
  })

  it('the order of rows does not matter; new, missing and retyped columns are named', async () => {
    const same = await compareTables(db, await tableOf(text('a'), [['1'], ['2']]), await tableOf(text('a'), [['2'], ['1']]))
    assert.ok(isSame(same))
    const from = await tableOf([...text('a"b'), { id: 'n', type: 'int' }], [['x', '1']])
    const to = await tableOf([...text('a"b', 'neu'), { id: 'n', type: 'text' }], [['x', 'y', '1']])
    const difference = await compareTables(db, from, to)
    assert.deepEqual([difference.columns, difference.columnsAdded, difference.columnsRemoved, difference.columnsRetyped], [['a"b', 'n'], ['neu'], [], [{ id: 'n', before: 'int', after: 'text' }]])
    assert.ok(!isSame(difference))
  })

  it('counts what a comparison by hand counts', async () => {
    const cell = fc.option(fc.constantFrom('a', 'b', "c'", ''), { nil: null })
    const table = fc.uniqueArray(fc.tuple(fc.nat(8).map(String), cell, cell), { selector: ([key]) => key, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const difference = await compareTables(db, await tableOf(text('k', 'x', 'y'), one), await tableOf(text('k', 'x', 'y'), other))
        const [was, is] = [new Map(one.map((row) => [row[0], JSON.stringify(row)])), new Map(other.map((row) => [row[0], JSON.stringify(row)]))]
        const added = other.filter(([key]) => !was.has(key)).length
        const removed = one.filter(([key]) => !is.has(key)).length
        const changed = other.filter((row) => was.has(row[0]) && was.get(row[0]) !== JSON.stringify(row)).length
        assert.deepEqual([difference.key, difference.added, difference.removed, difference.changed], [['k'], added, removed, changed])
      }),
      { numRuns: 40 },
    )
  })
})
