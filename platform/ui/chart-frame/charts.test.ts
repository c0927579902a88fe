import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { BarChart } from './bar-chart.tsx'
import { LineChart } from './line-chart.tsx'
import { StackedChart } from './stacked-chart.tsx'
import { wrapLabel } from './wrap-label.ts'

const format = (value: number): string => value.toLocaleString('de')

test('a gap in the data is a gap in the line, in both sizes', () => {
  const html = renderToString(h(LineChart, { label: 'x', labels: ['a', 'b', 'c', 'd'], series: [{ name: 'eins', values: [1, 2, null, 4] }], format }))
  const lines = [...html.matchAll(/class="mr-line mr-d1" d="([^"]+)"/g)].map((match) => match[1] ?? '').filter((d) => d !== 'M0 6H32')
  assert.equal(lines.length, 2)
  for (const line of lines) assert.equal(line.match(/M/g)?.length, 2)
  assert.doesNotMatch(html, /NaN|Infinity|undefined/)
})

test('nothing to draw draws nothing', () => {
  assert.equal(renderToString(h(LineChart, { label: 'x', labels: [], series: [], format })), '')
  assert.doesNotMatch(renderToString(h(LineChart, { label: 'x', labels: ['a'], series: [{ name: 'leer', values: [null] }], format })), /NaN|mr-plot--wide/)
})

test('bars start at zero, negative ones go the other way', () => {
  const html = renderToString(h(BarChart, { label: 'x', bars: [{ label: 'plus', value: 10 }, { label: 'minus', value: -5 }], format }))
  const [plus, minus] = [...html.matchAll(/class="mr-bar" d="M([\d.]+) \d+H([\d.]+)/g)].map((match) => ({ zero: Number(match[1]), end: Number(match[2]) }))
  assert.ok(plus && minus && plus.zero === minus.zero && plus.end > plus.zero && minus.end < minus.zero)
})

test('parts of a bar follow each other without gap, a missing one takes no room', () => {
  const html = renderToString(h(StackedChart, { label: 'x', parts: ['a', 'b', 'c'], rows: [{ label: 'r', values: [10, null, 30] }], format }))
  const [first, second] = [...html.matchAll(/class="mr-part mr-d\d" d="M([\d.]+) 8H([\d.]+)v28/g)].map((match) => ({ from: Number(match[1]), to: Number(match[2]) }))
  assert.ok(first && second && first.to === second.from)
  assert.ok(Math.abs((second.to - second.from) / (first.to - first.from) - 3) < 0.01)
  assert.match(html, />40</)
})

test('a long label stands in two lines, the rest is cut', () => {
  assert.deepEqual(wrapLabel('Innere Verwaltung', 30), ['Innere Verwaltung'])
  assert.deepEqual(wrapLabel('Kinder, Jugend und Familie in allen Stadtbezirken', 26), ['Kinder, Jugend und Familie', 'in allen Stadtbezirken'])
  assert.deepEqual(wrapLabel('Donaudampfschifffahrt', 8), ['Donauda…'])
})
