import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speak } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import { SettingsPage } from './settings.tsx'

type Props = Readonly<Record<string, unknown>>
type Element = { readonly type: unknown; readonly props: Props }
const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && 'type' in value && 'props' in value
/** Everything that a page puts together, outside before inside. */
const elementsIn = (value: unknown): Element[] => (Array.isArray(value) ? value.flatMap(elementsIn) : isElement(value) ? [value, ...elementsIn(value.props['children'])] : [])

const t = speak(pageWords, { locale: 'de', form: 'sie', gender: 'neutral', overrides: {} })
const measured = { quantity: 'co2', audience: 'school', keepDays: 400, views: [], schools: 1, places: 1, series: 1, sealed: 0, since: null, rules: [] } as const

/** What stands in the fields of both forms, as `value` or `value!error`, and where the summary of mistakes leads. */
function shown(given: Pick<Parameters<typeof SettingsPage>[0], 'sent' | 'typed' | 'errors'>) {
  const all = elementsIn(SettingsPage({ t, csrf: 'x', what: 'CO₂', measured, saved: false, ...given }))
  const forms = all.filter(({ props }) => typeof props['action'] === 'string').map(({ props }) =>
    Object.fromEntries(elementsIn(props['children']).filter((each) => typeof each.props['name'] === 'string').map((each) => [each.props['name'], `${String(each.props['value'])}${each.props['error'] === undefined ? '' : `!${String(each.props['error'])}`}`])),
  )
  const summary = all.find(({ props }) => Array.isArray(props['errors']))?.props['errors'] as { field: string }[] // of the summary
  return { forms, fields: summary.map(({ field }) => field) }
}

test('a mistake stands beside the field of the form that was sent, which keeps what was typed; the other shows what counts', () => {
  assert.deepEqual(shown({ sent: 'view', typed: { role: 'teacher', resolution: 'day', reason: 'kurz' }, errors: { reason: 'Zu kurz.' } }), {
    forms: [{ audience: 'school', keepDays: '400', reason: '' }, { role: 'teacher', resolution: 'day', reason: 'kurz!Zu kurz.' }],
    fields: ['view-reason'],
  })
  assert.deepEqual(shown({ sent: 'quantity', typed: { audience: 'staff', keepDays: '30', reason: 'kurz' }, errors: { reason: 'Zu kurz.' } }), {
    forms: [{ audience: 'staff', keepDays: '30', reason: 'kurz!Zu kurz.' }, { role: '', resolution: '', reason: '' }],
    fields: ['reason'],
  })
})
