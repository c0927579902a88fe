import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Facets } from './facets.tsx'

const words = { title: 'Filter', summary: 'Filter', apply: 'Anwenden', more: '{n} weitere' }
const option = (value: string, count: number, checked = false) => ({ value, label: value, count, checked })
const render = (options: ReturnType<typeof option>[]): string =>
  renderToString(h(Facets, { action: '/x', words, groups: [{ name: 'f', label: 'Format', options }], keep: [{ name: 'q', value: 'rad' }] }))

test('a filter that leads to nothing is not offered, but one that is set stays removable', () => {
  const html = render([option('csv', 3), option('pdf', 0), option('wfs', 0, true)])
  assert.deepEqual([...html.matchAll(/value="(csv|pdf|wfs)"/g)].map((match) => match[1]), ['csv', 'wfs'])
})

test('four are shown, the others stand behind "more"; what is set is never hidden', () => {
  const html = render([option('a', 9), option('b', 8), option('c', 7), option('d', 6), option('e', 5), option('f', 4, true)])
  const [before = '', after = ''] = html.split('1 weitere')
  assert.match(before, /value="f"/)
  assert.match(after, /value="e"/)
})

test('the question survives a change of filters', () => {
  assert.match(render([option('csv', 3)]), /<input type="hidden" name="q" value="rad"\/>/)
})
