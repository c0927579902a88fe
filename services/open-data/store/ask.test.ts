import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { ask } from './ask.ts'
import { answerByHand } from './model-testing.ts'
import type { Cell, Condition, Field, TableQuery } from './schema.ts'
import { QueryRefused } from './table.ts'
import { testTables, type TestRow, type TestTable } from './table-testing.ts'

let tables: Awaited<ReturnType<typeof testTables>>
before(async () => {
  tables = await testTables()
})
after(() => tables.close())

const fields: Field[] = [
  { id: 'straße', type: 'text' },
  { id: 'no "te', type: 'text' },
  { id: 'zahl', type: 'int' },
  { id: 'wert', type: 'numeric' },
  { id: 'tag', type: 'date' },
  { id: 'zeit', type: 'timestamp' },
  { id: 'ja', type: 'bool' },
]
const wordsUsed = ['Straße', 'strasse', 'Haus', 'Ärger', 'arger', 'o\'Brien', '12', '3', '2024', '";', '--', '', 'a_b', '%', '\\', 'Z']
const texts = fc.array(fc.constantFrom(...wordsUsed), { maxLength: 3 }).map((parts) => parts.join(' '))
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 })
const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n * 11)).toISOString().slice(0, 10))
const row: fc.Arbitrary<TestRow> = fc.tuple(
  optional(texts),
  optional(fc.constantFrom('aus', 'an', 'aus und an', 'é', 'E')),
  optional(fc.integer({ min: -20, max: 20 }).map(String)),
  optional(fc.integer({ min: -40, max: 40 }).map((n) => String(n / 4))),
  optional(day),
  optional(fc.tuple(day, fc.constantFrom('00:00:00', '12:30:15')).map(([at, hour]) => `${at}T${hour}`)),
  optional(fc.boolean().map(String)),
)
const table: fc.Arbitrary<TestTable> = fc.record({
  fields: fc.constant(fields),
  base: fc.array(row, { maxLength: 40 }),
  indexed: fc.boolean(),
  changes: fc.option(fc.array(fc.tuple(fc.integer({ min: 1, max: 45 }), optional(row)), { maxLength: 8 }).map((pairs) => new Map(pairs)), { nil: undefined }),
}).map(({ changes, ...made }) => (changes ? { ...made, changes } : made)) // prettier-ignore

const valueOf = ({ type }: Field): fc.Arbitrary<Cell> =>
  type === 'text' ? texts : type === 'int' ? fc.integer({ min: -20, max: 20 }) : type === 'numeric' ? fc.integer({ min: -40, max: 40 }).map((n) => n / 4) : type === 'date' ? day : type === 'timestamp' ? day.map((at) => `${at}T12:30:15`) : fc.boolean()
const named = fc.constantFrom(...fields, { id: '_id', type: 'int' } as Field)
const condition: fc.Arbitrary<Condition> = named.chain((field) =>
  fc.oneof(
    fc.array(optional(valueOf(field)), { maxLength: 4 }).map((values): Condition => ({ field: field.id, is: 'in', values })),
    fc.tuple(fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const, 'ne' as const), optional(valueOf(field))).map(([is, value]): Condition => ({ field: field.id, is, value })),
    texts.map((value): Condition => ({ field: field.id, is: 'contains', value })),
    fc.constantFrom<Condition>({ field: field.id, is: 'empty' }, { field: field.id, is: 'present' }),
  ),
)
const ids = fc.uniqueArray(named.map(({ id }) => id), { maxLength: 4 })
const words = fc.record({ text: fc.array(fc.constantFrom(...wordsUsed, 'aus', '-3', '2,5', '11.02.2024', '2024-02', 'STRASSE', 'ha', 'o'), { maxLength: 3 }).map((parts) => parts.join(' ')), prefix: fc.boolean() })
const paging = { where: fc.array(condition, { maxLength: 2 }), offset: fc.integer({ min: 0, max: 12 }), limit: fc.integer({ min: 0, max: 50 }) }
const sortBy = (from: readonly string[]) => (from.length ? fc.uniqueArray(fc.record({ field: fc.constantFrom(...from), descending: fc.boolean() }), { maxLength: 2, selector: ({ field }) => field }) : fc.constant([]))
const listing: fc.Arbitrary<TableQuery> = fc.record({ ...paging, words: fc.oneof(words, fc.tuple(words, ids).map(([one, scope]) => ({ ...one, ...(scope.length && { fields: scope }) }))), fields: ids.filter((list) => list.length > 0), sort: sortBy(['_id', ...fields.map(({ id }) => id)]) }, { requiredKeys: [] })
const different: fc.Arbitrary<TableQuery> = ids.filter((list) => list.length > 0 && !list.includes('_id')).chain((list) => fc.record({ ...paging, distinct: fc.constant(true), fields: fc.constant(list), sort: sortBy(list) }))
const counting: fc.Arbitrary<TableQuery> = ids.chain((group) =>
  fc.record({
    ...paging,
    group: fc.constant(group),
    aggregates: fc.constant([{ as: 'n', function: 'count' }, { as: 'werte', function: 'count', field: 'wert' }, { as: 'summe', function: 'sum', field: 'wert' }, { as: 'mittel', function: 'avg', field: 'zahl' }, { as: 'von', function: 'min', field: 'straße' }, { as: 'bis', function: 'max', field: 'tag' }, { as: 'mitte', function: 'median', field: 'zahl' }, { as: 'arten', function: 'count-distinct', field: 'no "te' }] as const),
    sort: sortBy([...group, 'n', 'von']),
  }),
) // prettier-ignore

describe('a table', () => {
  it('answers as if somebody looked through it by hand', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.oneof(listing, listing, different, counting), { minLength: 1, maxLength: 6 }), async (made, questions) => {
        const expected = questions.map((question) => answerByHand(made, question))
        const found = await tables.open(made, async (open) => {
          const answers = []
          for (const question of questions) answers.push(await ask(open, question))
          return answers
        })
        for (const [at, { rows, total }] of found.entries()) assert.deepEqual({ rows, total }, expected[at], JSON.stringify(questions[at]))
      }),
      { numRuns: 60 },
    )
  })

  it('has columns without a single value', async () => {
    const made: TestTable = { fields, base: [[null, null, null, null, null, null, null]], indexed: true }
    const { rows } = await tables.open(made, (open) => ask(open, { words: { text: 'Haus' }, sort: [{ field: 'straße', descending: false }] }))
    assert.deepEqual(rows, [])
  })

  it('refuses what is not in it, and takes no text for a statement', async () => {
    const made: TestTable = { fields, base: [["'); drop table t; --", null, '1', '0.5', '2024-01-01', null, 'true']], indexed: true }
    const refused = async (query: TableQuery) => await tables.open(made, (open) => ask(open, query)).then(() => undefined, (error: unknown) => (error instanceof QueryRefused ? error.refusal.code : String(error))) // prettier-ignore
    assert.equal(await refused({ fields: ['nichts'] }), 'open-data.store.unknown-field')
    assert.equal(await refused({ sort: [{ field: '1; select 1', descending: false }] }), 'open-data.store.unknown-field')
    assert.equal(await refused({ where: [{ field: 'zahl', is: 'in', values: ['1 or true'] }] }), 'open-data.store.wrong-value')
    assert.equal(await refused({ where: [{ field: 'tag', is: 'lt', value: '2024-02-31' }] }), 'open-data.store.wrong-value')
    assert.equal(await refused({ where: [{ field: 'straße', is: 'in', values: ['\0'] }] }), 'open-data.store.wrong-value')
    assert.equal(await refused({ aggregates: [{ as: 'x', function: 'sum', field: 'straße' }] }), 'open-data.store.wrong-aggregate')
    assert.equal(await refused({ limit: 32_001 }), 'open-data.store.too-many-rows')
    const found = await tables.open(made, (open) => ask(open, { where: [{ field: 'straße', is: 'in', values: ["'); drop table t; --"] }], aggregates: [{ as: '"); select 1', function: 'count' }] }))
    assert.deepEqual(found.rows, [[1]])
  })

  it('is interrupted when a question takes too long', async () => {
    const slow = tables.engine.use((connection) => connection.run('select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3'), 0.2)
    await assert.rejects(slow, (error) => error instanceof QueryRefused && error.refusal.code === 'open-data.store.too-long')
  })

  it('reads nothing but its own folder', async () => {
    for (const statement of ["select * from read_text('/etc/hostname')", "attach '/tmp/elsewhere.duckdb'", 'set enable_external_access = true', "install httpfs", "copy (select 1) to '/tmp/out.csv'"])
      await assert.rejects(tables.engine.use((connection) => connection.run(statement)), statement)
  })
})
