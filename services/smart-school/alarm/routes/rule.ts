import { Type } from 'typebox'
import { audit, errorsIn, get, newId, page, post, refuse, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { isQuantity } from '../../quantity/quantity.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { listSchools } from '../../store/queries.ts'
import type { School } from '../../store/schema.ts'
import { overviewHref, ruleHref, rulesHref } from '../door.ts'
import { previewRule, type Preview } from '../preview.ts'
import { RuleFormPage } from '../pages/rule-form.tsx'
import { RulesPage } from '../pages/rules.tsx'
import { deleteRule, listChangedRules, saveRule } from '../queries/rule.ts'
import { aboutPeople, isReadyKey, ownQuantities, readyRules, rulesByKey, unswitchable } from '../rules/ready.ts'
import { BatteryForm, OwnForm, SilenceForm, StateForm, ThresholdForm, type Rule, type ThresholdCondition } from '../schema.ts'
import { isStateRule, ruleName } from '../pages/rule-words.ts'

const query = Type.Object({ school: Type.Optional(Type.String({ maxLength: 80 })), onMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_160 })), done: Type.Optional(Type.String()) })
const leastReason = 5
const ByKey = Type.Object({ key: Type.String({ maxLength: 60 }) })
const changing = { access: 'alarm-rule.change', params: ByKey, query, title: title(words, 'alarm.edit.crumb') } as const

/** Seeing the rules, trying a change on history, and saving it. */
export const ruleRoutes: readonly Route[] = [
  get('/smart-school/alarms/rules', { access: 'alarm-rule.read', query, title: title(words, 'alarm.rules.title') }, async (ask) => {
    const { schools, changed } = await ask.read(async (db) => ({ schools: await listSchools(db), changed: await listChangedRules(db) }))
    const school = schools.find(({ slug }) => slug === ask.query.school)
    const t = ask.say(pageWords)
    const rules = [...rulesByKey(changed)].flatMap(([, list]) => {
      const rule = list.findLast(({ schoolId, thingId }) => thingId === null && (schoolId === null || schoolId === school?.id))
      return rule ? [rule] : []
    })
    return page(RulesPage, { t, rules, schools, school, mayChange: ask.may('alarm-rule.change'), done: ask.query.done }, { frame: 'work', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('alarm.all.title'), href: overviewHref }, { label: t('alarm.rules.title') }] })
  }),

  get('/smart-school/alarms/rule/:key', changing, async (ask) => {
    const found = await openRule(ask)
    if ('kind' in found) return found
    const onMinutes = ask.query.onMinutes
    const { rule } = found
    const proposed = onMinutes !== undefined && rule.condition.type === 'threshold' ? { ...rule, condition: { ...rule.condition, onMinutes } } : rule
    const preview = onMinutes === undefined ? undefined : await previewsOf(ask, proposed, rule)
    return form(ask, found, typedOfRule(proposed), {}, preview)
  }),

  post('/smart-school/alarms/rule/:key', { ...changing, rate: { max: 60, per: 'minute' } }, async (ask) => {
    const found = await openRule(ask)
    if ('kind' in found) return found
    const t = ask.say(pageWords)
    const read = readRule(ask, found.rule)
    const wish = String(ask.fields().get('wish')?.[0] ?? 'save')
    if ('errors' in read) return form(ask, found, read.typed, errorsIn(t, read.errors, (field) => labelOf(t, field)))
    const { rule, reason, typed } = read
    if (rule.condition.type === 'threshold' && !isRight(rule.condition)) return form(ask, found, typed, { off: t('smart-school.alarm.off-side') })
    if (unswitchable.has(rule.key) && !rule.enabled) return form(ask, found, typed, { enabled: t('smart-school.alarm.always-on') })
    if (wish === 'preview') return form(ask, found, typed, {}, await previewsOf(ask, rule, found.isNew ? undefined : found.rule))
    if (reason.length < leastReason) return form(ask, found, typed, errorsIn(t, [reason === '' ? { field: 'reason', code: 'missing' } : { field: 'reason', code: 'too-short', limit: leastReason }], (field) => labelOf(t, field)))
    await ask.write(async (db) => {
      await saveRule(db, { ...rule, id: newId(db.now), reason })
      await audit(db, { action: 'smart-school.alarm-rule.change', subject: rule.key, detail: { school: rule.schoolId, enabled: rule.enabled, condition: JSON.stringify(rule.condition) } })
    })
    return seeOther(withDone(rulesHref(found.school?.slug), 'saved'))
  }),

  post('/smart-school/alarms/rule/:key/reset', changing, async (ask) => {
    const found = await openRule(ask)
    if ('kind' in found) return found
    await ask.write(async (db) => {
      const rows = await deleteRule(db, found.rule.key, { schoolId: found.school?.id ?? null, thingId: null })
      if (rows > 0) await audit(db, { action: 'smart-school.alarm-rule.reset', subject: found.rule.key, detail: { school: found.school?.id ?? null } })
    })
    return seeOther(withDone(rulesHref(found.school?.slug), 'reset'))
  }),
]

type Opened = { readonly rule: Rule; readonly school: School | undefined; readonly isNew: boolean; readonly isOwn: boolean }
type Asks = Pick<Ask, 'read' | 'say' | 'csrf' | 'now' | 'locale'>

/** The rule as it counts in the scope of the address: of a school, or of the town. */
async function openRule(ask: Asks & { params: { key: string }; query: { school?: string | undefined } }): Promise<Opened | Answer> {
  const { schools, changed } = await ask.read(async (db) => ({ schools: await listSchools(db), changed: await listChangedRules(db) }))
  const school = schools.find(({ slug }) => slug === ask.query.school)
  const scope = { schoolId: school?.id ?? null, thingId: null }
  if (ask.params.key === 'new') {
    const condition: ThresholdCondition = { type: 'threshold', direction: 'above', on: 25, onMinutes: 60, off: 24, offMinutes: 30, when: 'always' }
    return { rule: { ...scope, key: newId(ask.now), kind: 'threshold', quantity: 'temperature', opening: null, name: '', severity: 'info', condition, enabled: true }, school, isNew: true, isOwn: true }
  }
  const list = rulesByKey(changed).get(ask.params.key) ?? []
  const rule = list.findLast(({ schoolId, thingId }) => thingId === null && (schoolId === null || schoolId === school?.id))
  const t = ask.say(pageWords)
  if (!rule || aboutPeople.has(rule.key)) return refuse(404, 'smart-school.alarm.rule-unknown', t('alarm.rules.presence'), { label: t('alarm.rules.title'), href: rulesHref() })
  return { rule: { ...rule, ...scope }, school, isNew: false, isOwn: !isReadyKey(rule.key) }
}

type Read = { readonly rule: Rule; readonly reason: string; readonly typed: Typed } | { readonly errors: Parameters<typeof errorsIn>[1]; readonly typed: Typed }

function readRule(ask: Pick<Ask, 'form'>, base: Rule): Read {
  const { condition } = base
  if (condition.type === 'silence') {
    const form = ask.form(SilenceForm)
    if (!form.ok) return form
    const { factor, leastMinutes, holidayFactor, severity, enabled = false, reason = '' } = form.value
    return { rule: { ...base, severity, enabled, condition: { type: 'silence', factor, leastMinutes, holidayFactor } }, reason, typed: form.typed }
  }
  if (condition.type === 'battery') {
    const form = ask.form(BatteryForm)
    if (!form.ok) return form
    const { weeks, emptyVolts, emptyPercent, severity, enabled = false, reason = '' } = form.value
    return { rule: { ...base, severity, enabled, condition: { type: 'battery', weeks, emptyVolts, emptyPercent } }, reason, typed: form.typed }
  }
  if (!isReadyKey(base.key)) {
    const form = ask.form(OwnForm)
    if (!form.ok) return form
    const { name, quantity, direction, on, onMinutes, off, offMinutes, when, severity, enabled = false, reason = '' } = form.value
    if (!isQuantity(quantity) || !ownQuantities.includes(quantity)) return { errors: [{ field: 'quantity', code: 'not-offered' }], typed: form.typed }
    return { rule: { ...base, name, quantity, severity, enabled, condition: { type: 'threshold', direction, on, onMinutes, off, offMinutes, when } }, reason, typed: form.typed }
  }
  if (isStateRule(base)) {
    const form = ask.form(StateForm)
    if (!form.ok) return form
    const { onMinutes, offMinutes, when, severity, enabled = false, reason = '' } = form.value
    return { rule: { ...base, severity, enabled, condition: { ...condition, onMinutes, offMinutes, when } }, reason, typed: form.typed }
  }
  const form = ask.form(ThresholdForm)
  if (!form.ok) return form
  const { on, onMinutes, off, offMinutes, when, severity, enabled = false, reason = '' } = form.value
  return { rule: { ...base, severity, enabled, condition: { ...condition, on, onMinutes, off, offMinutes, when } }, reason, typed: form.typed }
}

const isRight = ({ direction, on, off }: ThresholdCondition): boolean => (direction === 'above' ? off <= on : off >= on)

async function previewsOf(ask: Asks, rule: Rule, present: Rule | undefined): Promise<{ would: Preview; present: number | undefined }> {
  return await ask.read(async (db) => ({ would: await previewRule(db, rule, ask.now), present: present ? (await previewRule(db, present, ask.now)).alarms : undefined }))
}

function form(ask: Asks, { rule, school, isNew, isOwn }: Opened, typed: Typed, errors: FormErrors, preview?: { would: Preview; present: number | undefined }): Answer {
  const t = ask.say(pageWords)
  const failed = Object.keys(errors).length > 0
  const heading = isNew ? t('alarm.edit.new-title') : t('alarm.edit.title', { rule: ruleName(t, rule) })
  const quantity = typedOf(typed, 'quantity')
  const shown = isOwn && isQuantity(quantity) ? { ...rule, quantity } : rule
  return page(
    RuleFormPage,
    { t, csrf: ask.csrf(), heading, rule: shown, school, isOwn, isNew, canReset: !isNew && (school !== undefined || isOwn || !readyRules.some((ready) => ready === rule)), action: ruleHref(isNew ? 'new' : rule.key, school?.slug), language: ask.locale === 'en' ? 'en' : 'de', typed, errors, preview },
    { title: heading, frame: 'question', private: true, noindex: true, ...(failed && { status: 422, hasErrors: true }), crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('alarm.rules.title'), href: rulesHref(school?.slug) }, { label: t('alarm.edit.crumb') }] },
  )
}

function typedOfRule({ condition, severity, enabled, name, quantity }: Rule): Typed {
  const numbers = Object.entries(condition).flatMap(([field, value]) => (field === 'type' ? [] : [[field, String(value)] as const]))
  return { ...Object.fromEntries(numbers), severity, ...(enabled && { enabled: 'on' }), name: name ?? '', quantity: quantity ?? '' }
}

/** The label of a field of the rule's form, for its errors. */
export function labelOf(t: PageT, field: string): string {
  if (field === 'on' || field === 'off') return t(`alarm.edit.field.${field}`, { unit: '' })
  return t.find(`alarm.edit.field.${field}`) ?? field
}

const withDone = (href: string, done: string): string => `${href}${href.includes('?') ? '&' : '?'}done=${done}`
