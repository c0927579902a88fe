import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { chainPieces } from './rules/chain.ts'
import { consumptionBy } from './rules/consume.ts'
import { edgesOf, spansOf } from './rules/periods.ts'
import type { GasValue, MeterQuantity, Period, ReadingSource, Register } from './schema.ts'

type Span = { from: string; until: string; hours: number; amount: number; estimated: number; covered: number }
type Case = {
  id: string
  kind: 'calendar' | 'consumption'
  title: string
  derivation: string
  input: { from: string; until: string; by: Period; quantity: MeterQuantity; registers: (Omit<Register, 'from' | 'to' | 'meterPointId' | 'serial'> & { from: string; to: string | null })[]; readings: { at: string; value: number; source?: ReadingSource; channel?: string }[]; gasValues?: (Omit<GasValue, 'from' | 'source'> & { from: string })[] }
  expect: { spans: Span[]; aside: { at: string; value: number; reason: string }[]; events: { kind: string; at: string }[] }
}
// Our own file, written to this shape.
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8')) as Case[]

const instant = (at: Date): string => at.toISOString().replace('.000Z', 'Z')
const close = (name: string, got: number | undefined, wanted: number): void => assert.ok(got !== undefined && Math.abs(got - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted)), `${name}: ${got} is not ${wanted}`)

test('the set has 200 cases, each with a name of its own and its derivation', () => {
  assert.equal(cases.length, 200)
  assert.equal(new Set(cases.map(({ id }) => id)).size, 200)
  for (const { id, derivation } of cases) assert.ok(derivation.length > 10, id)
})

for (const one of cases)
  test(`${one.id}: ${one.title}`, () => {
    const { input, expect } = one
    const [from, until] = [plainDate(input.from), plainDate(input.until)]
    if (one.kind === 'calendar') {
      const spans = spansOf(from, until, input.by)
      const edges = edgesOf(spans)
      assert.deepEqual(spans.map((span, at) => ({ ...span, hours: ((edges[at + 1]?.getTime() ?? NaN) - (edges[at]?.getTime() ?? NaN)) / 3_600_000 })), expect.spans)
      return
    }
    const registers = input.registers.map((register): Register => ({ ...register, meterPointId: 1, serial: register.id, from: new Date(register.from), to: register.to === null ? null : new Date(register.to) }))
    const { pieces, aside, events } = chainPieces(registers, (register) =>
      input.readings.filter(({ channel }) => (channel ?? null) === register.channel).map(({ at, value, source = 'device' }) => ({ at: new Date(at), value, source })),
    )
    const gasValues = (input.gasValues ?? []).map((value): GasValue => ({ ...value, from: plainDate(value.from), source: '' }))
    const spans = consumptionBy(pieces, { from, until, by: input.by, quantity: input.quantity, gasValues })
    assert.deepEqual(spans.map((span) => [span.from, span.until]), expect.spans.map((span) => [span.from, span.until]))
    for (const [at, wanted] of expect.spans.entries()) for (const field of ['amount', 'estimated', 'hours', 'covered'] as const) close(`${wanted.from} ${field}`, spans[at]?.[field], wanted[field])
    assert.deepEqual(aside.map(({ at, value, reason }) => ({ at: instant(at), value, reason })), expect.aside)
    assert.deepEqual(events.map(({ kind, at }) => ({ kind, at: instant(at) })), expect.events)
  })
