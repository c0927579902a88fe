import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { BarChart } from './bar-chart.tsx'
import { LineChart } from './line-chart.tsx'

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
