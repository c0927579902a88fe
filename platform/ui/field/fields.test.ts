import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Radios } from './choice-fields.tsx'
import { DateField, dateNames } from './date-field.tsx'
import { TextField } from './text-field.tsx'

test('label, hint, error and control come in this order and belong together', () => {
  const html = renderToString(h(TextField, { name: 'plz', label: 'Postleitzahl', hint: '5 Ziffern', error: 'Zu kurz.', value: '52' }))
  const order = ['<label for="plz"', 'id="plz-hint"', 'id="plz-error"', '<input id="plz"'].map((part) => html.indexOf(part))
  assert.ok(order.every((at) => at >= 0) && order.every((at, index) => index === 0 || at > (order[index - 1] ?? 0)), html)
  assert.match(html, /aria-describedby="plz-hint plz-error"/)
  assert.match(html, /aria-invalid="true"/)
})

test('typed values cannot leave their attribute', () => {
  const html = renderToString(h(TextField, { name: 'a', label: 'A', value: '"><script>' }))
  assert.doesNotMatch(html, /<script>/)
})

test('the error summary reaches the first control of a group', () => {
  const radios = renderToString(h(Radios, { name: 'zeit', label: 'Uhrzeit', choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }], value: 'b' }))
  assert.match(radios, /<input type="radio" id="zeit" name="zeit" value="a"/)
  assert.match(radios, /id="zeit-2" name="zeit" value="b" checked/)
  const date = renderToString(h(DateField, { name: 'tag', label: 'Tag', words: { day: 'Tag', month: 'Monat', year: 'Jahr' }, error: 'Falsch.', wrong: ['month'] }))
  assert.match(date, /id="tag" name="tag-day"/)
  assert.equal(date.match(/aria-invalid="true"/g)?.length, 1)
  assert.deepEqual(dateNames('tag'), { day: 'tag-day', month: 'tag-month', year: 'tag-year' })
})
