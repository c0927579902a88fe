import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { speak } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import { SettingsPage } from './settings.tsx'

const t = speak(pageWords, { locale: 'de', form: 'sie', gender: 'neutral', overrides: {} })
const measured = { quantity: 'co2', audience: 'school', keepDays: 400, views: [], schools: 1, places: 1, series: 1, sealed: 0, since: null, rules: [] } as const
const formsOf = (props: Pick<Parameters<typeof SettingsPage>[0], 'sent' | 'typed' | 'errors'>): { page: string; quantity: string; view: string } => {
  const page = renderToString(h(SettingsPage, { t, csrf: 'x', what: 'CO₂', measured, saved: false, ...props }))
  const [, quantity = '', view = ''] = page.split('<form')
  return { page, quantity, view }
}

test('a mistake stands beside the field of the form that was sent, which keeps what was typed; the other shows what counts', () => {
  const { page, quantity, view } = formsOf({ sent: 'view', typed: { role: 'teacher', resolution: 'day', reason: 'kurz' }, errors: { reason: 'Zu kurz.' } })
  assert.match(view, /value="kurz"/)
  assert.match(view, /Zu kurz\./)
  assert.match(view, /value="teacher" checked/)
  assert.ok(!quantity.includes('Zu kurz.') && !quantity.includes('value="kurz"'))
  assert.match(quantity, /value="400"/)
  assert.match(page, /href="#view-reason"/)
  const other = formsOf({ sent: 'quantity', typed: { audience: 'staff', keepDays: '30', reason: 'kurz' }, errors: { reason: 'Zu kurz.' } })
  assert.match(other.quantity, /value="30"[\s\S]*Zu kurz\./)
  assert.ok(!other.view.includes('Zu kurz.') && !other.view.includes('value="kurz"'))
  assert.match(other.page, /href="#reason"/)
})
