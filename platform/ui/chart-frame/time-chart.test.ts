import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ColumnChart } from './column-chart.tsx'
import { TimeChart, withGaps } from './time-chart.tsx'
import { type ChartFormat, tableBounds, tickWord, timeTicks } from './time-ticks.ts'

const format: ChartFormat = { number: (value) => String(Math.round(value * 100) / 100), date: (day) => new Date(day).toISOString().slice(0, 10), time: (at) => at.toISOString().slice(11, 16) }
const words = { asTable: 'table', time: 'time', none: '-' }
const at = (text: string): Date => new Date(text)

test('ticks follow the local calendar: the day on which clocks go forward has no second hour', () => {
  const [from, until] = [at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z')]
  assert.equal(timeTicks(from, until, 24).length, 23)
  assert.deepEqual(timeTicks(from, until, 8).map((tick) => tick.at.toISOString().slice(11, 16)), ['23:00', '01:00', '04:00', '07:00', '10:00', '13:00', '16:00', '19:00'])
})

test('weeks, months and years begin where people expect them, and there are never more ticks than asked for', () => {
  const month = timeTicks(at('2026-05-31T22:00:00Z'), at('2026-06-30T22:00:00Z'), 8)
  assert.ok(month.every((tick) => tick.step === 'day' && tick.at.getUTCDay() === 0), 'Monday in Berlin begins on Sunday at 22:00 UTC')
  assert.deepEqual(timeTicks(at('2025-07-15T00:00:00Z'), at('2026-07-15T00:00:00Z'), 5).map((tick) => format.date(tick.at)), ['2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30'])
  for (const days of [1, 2, 5, 9, 14, 30, 62, 120, 366, 900, 4000]) {
    const ticks = timeTicks(at('2026-01-04T11:00:00Z'), new Date(at('2026-01-04T11:00:00Z').getTime() + days * 86_400_000), 7)
    assert.ok(ticks.length > 0 && ticks.length <= 7, `${days} days: ${ticks.length}`)
  }
  assert.equal(tickWord({ at: at('2026-06-30T22:00:00Z'), step: 'year' }, format), '2026')
})

test('a gap is a gap, a threshold within the axis is drawn, the table has each value', () => {
  const points = [0, 10, 20, 30].map((minute) => ({ at: at(`2026-03-02T08:${String(minute).padStart(2, '0')}:00Z`), value: minute === 20 ? null : 900 + minute * 10 }))
  const html = renderToString(
    h(TimeChart, { id: 'x', title: 'x', unit: 'ppm', from: at('2026-03-02T08:00:00Z'), until: at('2026-03-02T09:00:00Z'), lines: [{ label: 'a', points }], bands: [{ from: 1000, until: Infinity, label: 'high', tone: 'warn' }], format, words }),
  )
  const lines = [...html.matchAll(/class="mr-line mr-d1" d="([^"]+)"/g)].map((match) => match[1] ?? '')
  assert.deepEqual(lines.map((line) => line.match(/M/g)?.length), [2, 2])
  assert.equal(html.match(/<path class="mr-threshold mr-threshold--warn" d="M[\d.]+ [\d.]+H[\d.]+"/g)?.length, 3, 'in both sizes and in the legend')
  assert.deepEqual([...html.matchAll(/<td class="n">([^<]*)</g)].map((match) => match[1]), ['900', '1000', '1200'])
  assert.doesNotMatch(html, /NaN|Infinity|undefined/)
})

test('many values become means of calendar steps in the table, and nothing draws nothing', () => {
  const from = at('2026-03-28T23:00:00Z')
  const points = Array.from({ length: 23 * 60 }, (_, minute) => ({ at: new Date(from.getTime() + minute * 60_000), value: Math.floor(minute / 60) }))
  const html = renderToString(h(TimeChart, { id: 'x', title: 'x', unit: 'u', from, until: at('2026-03-29T22:00:00Z'), lines: [{ label: 'a', points }], format, words }))
  assert.deepEqual([...html.matchAll(/<td class="n">([^<]*)</g)].map((match) => Number(match[1])), Array.from({ length: 23 }, (_, hour) => hour))
  assert.equal(tableBounds(from, at('2027-03-28T22:00:00Z')).step, 'month')
  assert.equal(renderToString(h(TimeChart, { id: 'x', title: 'x', unit: 'u', from, until: from, lines: [{ label: 'a', points: [{ at: from, value: null }] }], format, words })), '')
})

test('a silent sensor draws no bridge', () => {
  const points = [0, 10, 90].map((minute) => ({ at: new Date(minute * 60_000), value: minute }))
  assert.deepEqual(withGaps(points, 30 * 60_000).map(({ value }) => value), [0, 10, null, 90])
})

test('the estimated part of a column is hatched and ends where the column ends; what is unknown has none', () => {
  const columns = [{ label: 'a', value: 10, estimated: 4 }, { label: 'b', value: null }, { label: 'c', value: 8, reference: 9 }]
  const html = renderToString(h(ColumnChart, { id: 'x', title: 'x', unit: 'u', columns, format, words: { asTable: 't', label: 'l', value: 'v', none: '-', estimated: 'e', reference: 'r' } }))
  assert.equal(html.match(/class="mr-bar"/g)?.length, 4)
  const tops = [...html.matchAll(/class="mr-bar" d="M[\d.]+ ([\d.]+)V([\d.]+)/g)].map((match) => Number(match[1]) - Number(match[2]))
  assert.ok(Math.abs((tops[0] ?? 0) / (tops[1] ?? 1) - 6 / 8) < 0.01)
  assert.deepEqual([...html.matchAll(/<td class="n">([^<]*)</g)].map((match) => match[1]), ['10', '4', '-', '-', '-', '-', '8', '0', '9'])
})
