import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { literal, typedValue } from '../load/cast.ts'
import { decimalOf, readingAs, readingOf } from './column-rules.ts'
import { toDegrees } from './projection.ts'
import { looksLikeFormula, shapeOf, slashOrder, type Shape } from './rules.ts'
import { newTally, observe } from './tally.ts'

const examples: [string, Shape][] = [
  ['', 'empty'], ['-', 'marker'], ['k.A.', 'marker'], ['x', 'marker'], ['ja', 'bool'], ['WAHR', 'bool'], ['Mitte', 'text'],
  ['12', 'int'], ['-5', 'int'], ['0', 'int'], ['007', 'code'], ['01067', 'code'], ['1234567890123456789', 'code'],
  ['1.234', 'grouped-point'], ['1.234.567', 'grouped-point'], ['1,234', 'grouped-comma'], ['0.125', 'point'], ['1.234,5', 'comma'], ['3,5', 'comma'], ['1,234.5', 'point'], [',5', 'comma'], ['1e5', 'exponent'],
  ['2024-02-29', 'date-iso'], ['2023-02-29', 'text'], ['31.12.2024', 'date-german'], ['1.1.24', 'date-german-short'], ['31.04.2024', 'text'], ['12/31/2024', 'date-slash'], ['13/13/2024', 'text'],
  ['2024-01-01T10:00:00Z', 'timestamp-iso'], ['2024-01-01 10:00', 'timestamp-iso'], ['31.12.2024 08:30', 'timestamp-german'], ['05/18/2013 09:31:00 PM', 'timestamp-slash'], ['08:30', 'time'], ['24:00', 'text'], ['12.34.56', 'text'], ['0241/432-0', 'text'],
] // prettier-ignore

describe('shapes of values', () => {
  for (const [value, shape] of examples) test(`${JSON.stringify(value)} is ${shape}`, () => assert.equal(shapeOf(value), shape))

  test('formulas are told from signed numbers and lists', () => {
    for (const formula of ['=1+1', '@SUM(A1)', '+cmd|x!A1', '-2+3+cmd|x', '=HYPERLINK("x")']) assert.ok(looksLikeFormula(formula), formula)
    for (const plain of ['-5', '+49 241 432', '- Punkt', '-', 'a=b', '-1,5']) assert.ok(!looksLikeFormula(plain), plain)
  })

  test('day or month first', () => assert.deepEqual([slashOrder('13/01/2024'), slashOrder('01/13/2024'), slashOrder('01/02/2024')], ['day', 'month', 'either']))

  test('any text has a shape, and the same one each time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => shapeOf(text.trim()) === shapeOf(text.trim())))
  })
})

describe('columns are read as they were written', () => {
  let instance: DuckDBInstance
  let connection: DuckDBConnection
  before(async () => {
    instance = await DuckDBInstance.create(':memory:')
    connection = await instance.connect()
  })
  after(() => {
    connection.closeSync()
    instance.closeSync()
  })

  /** The values of a column after type detection and cast. */
  async function column(values: readonly string[]): Promise<{ type: string; values: unknown[] }> {
    const tally = newTally()
    values.forEach((value, index) => observe(tally, value.trim(), index + 1))
    const reading = readingOf('wert', tally, decimalOf([tally]))
    const rows = values.map((value, index) => `(${index}, ${literal(value)})`).join(', ')
    const result = await connection.runAndReadAll(`select ${typedValue('raw', reading, tally.counts.marker > 0)}::varchar from (values ${rows}) v(n, raw) order by n`)
    return { type: reading.type, values: result.getRowsJson().map(([value]) => value) }
  }

  test('numbers with comma and points come back as the same numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 })), { minLength: 1, maxLength: 12 }), fc.boolean(), async (numbers, grouped) => {
        const written = numbers.map(([whole, cents]) => `${grouped ? whole.toLocaleString('de-DE') : whole},${String(cents).padStart(2, '0')}`)
        const { type, values } = await column(written)
        assert.equal(type, 'numeric')
        numbers.forEach(([whole, cents], index) => assert.equal(Math.round(Number(values[index]) * 100), whole * 100 + Math.sign(whole || 1) * cents))
      }),
      { numRuns: 60 },
    )
  })

  test('days in German and in international form come back as the same days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), { minLength: 1, maxLength: 12 }), fc.boolean(), async (days, german) => {
        const iso = days.map((day) => day.toISOString().slice(0, 10))
        const { type, values } = await column(german ? iso.map((day) => day.split('-').reverse().join('.')) : iso)
        assert.equal(type, 'date')
        assert.deepEqual(values, iso)
      }),
      { numRuns: 40 },
    )
  })

  test('several groups are thousands, never a fraction', async () => {
    assert.deepEqual(await column(['1.234.567', '1.234']), { type: 'int', values: ['1234567', '1234'] })
    assert.deepEqual(await column(['1.234.567', '0.5', '1,234.5']), { type: 'text', values: ['1.234.567', '0.5', '1,234.5'] })
    assert.equal((await column(['1.234.567', '1,234.5'])).type, 'text')
  })

  test('a unit that only some of the numbers carry makes no number column', async () => {
    assert.deepEqual(await column([',5', '0%']), { type: 'text', values: [',5', '0%'] })
    assert.equal((await column(['5 €', '5 %', '5 €'])).type, 'text')
    assert.deepEqual(await column(['5 %', '7,5 %', '8']), { type: 'numeric', values: ['5.0', '7.5', '8.0'] })
  })

  test('what is recognised can be read: no value of a detected type is lost', async () => {
    const value = fc.oneof(fc.constantFrom(...examples.map(([text]) => text)), fc.string({ maxLength: 8 }).filter((text) => !text.includes('\0')))
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), async (values) => {
        const read = await column(values)
        values.forEach((text, index) => {
          const shape = shapeOf(text.trim())
          if (shape !== 'empty' && shape !== 'marker') assert.notEqual(read.values[index], null, `${JSON.stringify(text)} in a column of ${read.type}`)
        })
      }),
      { numRuns: 200 },
    )
  })

  test('a type that a person chooses holds even for values that do not fit', () => {
    const tally = newTally()
    for (const [index, value] of ['1', '2', 'viele'].entries()) observe(tally, value, index + 1)
    assert.deepEqual(readingAs('int', tally, undefined), { type: 'int', decimal: ',', misfits: 1 })
  })
})

describe('coordinates', () => {
  // Aachen cathedral, by the land survey of North Rhine-Westphalia; Gauss-Krüger to about three metres.
  const dom = [6.08389, 50.77472]
  const near = (given: readonly number[] | undefined, metres: number) => given && Math.hypot(((given[0] ?? 0) - (dom[0] ?? 0)) * 70_400, ((given[1] ?? 0) - (dom[1] ?? 0)) * 111_300) <= metres
  test('UTM 32 and the web map lead to the same place', () => {
    const [x = 0, y = 0] = forward(dom[0] ?? 0, dom[1] ?? 0)
    assert.ok(near(toDegrees(25832, x, y), 0.5))
    assert.ok(near(toDegrees(25832, x + 32_000_000, y), 0.5))
    assert.ok(near(toDegrees(3857, (6_378_137 * 6.08389 * Math.PI) / 180, 6_378_137 * Math.asinh(Math.tan((50.77472 * Math.PI) / 180))), 0.5))
    assert.equal(toDegrees(2056, 1, 1), undefined)
  })
})

/** UTM 32 by J. P. Snyder's series (USGS paper 1395, equations 8-9 to 8-15), another way than the one tested. */
function forward(longitude: number, latitude: number): [number, number] {
  const [a, f, k] = [6_378_137, 1 / 298.257222101, 0.9996]
  const e2 = f * (2 - f)
  const ep2 = e2 / (1 - e2)
  const [phi, lambda] = [(latitude * Math.PI) / 180, ((longitude - 9) * Math.PI) / 180]
  const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
  const t = Math.tan(phi) ** 2
  const c = ep2 * Math.cos(phi) ** 2
  const A = lambda * Math.cos(phi)
  const m = a * ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi - ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1_024) * Math.sin(2 * phi) + ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1_024) * Math.sin(4 * phi) - ((35 * e2 ** 3) / 3_072) * Math.sin(6 * phi))
  const x = k * n * (A + ((1 - t + c) * A ** 3) / 6 + ((5 - 18 * t + t ** 2 + 72 * c - 58 * ep2) * A ** 5) / 120) + 500_000
  const y = k * (m + n * Math.tan(phi) * (A ** 2 / 2 + ((5 - t + 9 * c + 4 * c ** 2) * A ** 4) / 24 + ((61 - 58 * t + t ** 2 + 600 * c - 330 * ep2) * A ** 6) / 720))
  return [x, y]
}
