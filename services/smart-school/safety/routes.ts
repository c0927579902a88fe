import { Type } from 'typebox'
import { audit, errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { localDate, plainDate } from '@modellregion/standards'
import { openSchool, safetyHref } from '../alarm/door.ts'
import { pageWords, words } from '../locales/index.ts'
import { schoolCrumbs, schoolLinks } from '../place/frame.ts'
import { listSeriesOfSchool } from '../store/queries.ts'
import type { School } from '../store/schema.ts'
import { HoursPage, PresencePage } from './pages/forms.tsx'
import { SafetyPage } from './pages/safety.tsx'
import { listSafetySettings, lockSafetySetting, saveOpening, saveSafetySetting } from './queries.ts'
import { settingOf } from './rules/opening.ts'
import { HoursForm, PresenceForm, type SafetySetting } from './schema.ts'
import { readSafety } from './view.ts'

const params = Type.Object({ slug: Type.String({ maxLength: 80 }) })
const query = Type.Object({ done: Type.Optional(Type.String()) })
const changing = { access: 'safety.change', params, title: title(words, 'safety.hours-title') } as const
const switching = { access: 'presence.switch', params, title: title(words, 'safety.presence-title') } as const

/** Doors, windows, water and smoke of a school; its hours; and the switch for movement at night. */
export const safetyRoutes: readonly Route[] = [
  get('/smart-school/school/:slug/safety', { access: 'safety.read', params, query, title: title(words, 'safety.title') }, async (ask) => {
    const opened = await openSchool(ask, ask.params.slug, 'staff')
    if ('refusal' in opened) return opened.refusal
    const { school, reach } = opened
    const view = await ask.read((db) => readSafety(db, school))
    const t = ask.say(pageWords)
    return page(
      SafetyPage,
      { t, csrf: ask.csrf(), school, links: schoolLinks(school, reach), view, may: { change: ask.may('safety.change'), presence: ask.may('presence.switch') }, saved: ask.query.done !== undefined },
      { title: `${t('safety.title')}: ${school.name}`, private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('safety.title')) },
    )
  }),

  post('/smart-school/school/:slug/safety/opening', changing, async (ask) => {
    const opened = await openSchool(ask, ask.params.slug, 'staff')
    if ('refusal' in opened) return opened.refusal
    const form = ask.form(Type.Object({ series: Type.Integer({ minimum: 1 }), opening: Type.Union([Type.Literal('door'), Type.Literal('window')]) }))
    if (form.ok)
      await ask.write(async (db) => {
        const series = (await listSeriesOfSchool(db, opened.school.id)).find(({ id, quantity }) => id === form.value.series && quantity === 'contact')
        if (series) await saveOpening(db, series.id, form.value.opening)
      })
    return seeOther(`${safetyHref(opened.school.slug)}?done=1`)
  }),

  get('/smart-school/school/:slug/safety/hours', changing, (ask) => hoursForm(ask, ask.params.slug, undefined, {})),
  post('/smart-school/school/:slug/safety/hours', changing, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(HoursForm)
    const hint = t('alarm.settings.clock')
    if (!form.ok) return await hoursForm(ask, ask.params.slug, form.typed, Object.fromEntries(form.errors.map(({ field }) => [field, hint])))
    if (form.value.to <= form.value.from) return await hoursForm(ask, ask.params.slug, form.typed, { to: t('safety.hours-order') })
    return await change(ask, ask.params.slug, 'hours', (setting) => ({ ...setting, ...form.value }))
  }),

  get('/smart-school/school/:slug/safety/presence', switching, (ask) => presenceForm(ask, ask.params.slug, {}, {})),
  post('/smart-school/school/:slug/safety/presence', switching, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(PresenceForm)
    if (!form.ok) return await presenceForm(ask, ask.params.slug, form.typed, errorsIn(t, form.errors, (field) => t(field === 'reason' ? 'safety.presence-reason' : 'safety.presence-council')))
    const councilOn = plainDate(form.value.councilOn)
    if (councilOn > localDate(ask.now)) return await presenceForm(ask, ask.params.slug, form.typed, { councilOn: t('safety.presence-council-future') })
    return await change(ask, ask.params.slug, 'presence-on', (setting) => ({ ...setting, presence: true, presenceReason: form.value.reason, councilOn }))
  }),
  post('/smart-school/school/:slug/safety/presence/off', switching, (ask) => change(ask, ask.params.slug, 'presence-off', (setting) => ({ ...setting, presence: false }))),
]

type Asks = Pick<Ask, 'read' | 'write' | 'say' | 'csrf' | 'actor' | 'now'>

async function change(ask: Asks, slug: string, what: string, to: (setting: SafetySetting) => SafetySetting): Promise<Answer> {
  const opened = await openSchool(ask, slug, 'staff')
  if ('refusal' in opened) return opened.refusal
  await ask.write(async (db) => {
    await lockSafetySetting(db, opened.school.id)
    const setting = to(settingOf(await listSafetySettings(db), opened.school.id))
    await saveSafetySetting(db, setting)
    await audit(db, { action: `smart-school.safety.${what}`, subject: slug, detail: { from: setting.from, to: setting.to, presence: setting.presence } })
  })
  return seeOther(`${safetyHref(slug)}?done=1`)
}

async function hoursForm(ask: Asks, slug: string, typed: Typed | undefined, errors: FormErrors): Promise<Answer> {
  const opened = await openSchool(ask, slug, 'staff')
  if ('refusal' in opened) return opened.refusal
  const { from, to } = settingOf(await ask.read((db) => listSafetySettings(db)), opened.school.id)
  return page(HoursPage, { t: ask.say(pageWords), csrf: ask.csrf(), school: opened.school, typed: typed ?? { from, to }, errors }, frameOf(ask, opened.school, errors))
}

async function presenceForm(ask: Asks, slug: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const opened = await openSchool(ask, slug, 'staff')
  if ('refusal' in opened) return opened.refusal
  return page(PresencePage, { t: ask.say(pageWords), csrf: ask.csrf(), school: opened.school, typed, errors }, frameOf(ask, opened.school, errors))
}

const frameOf = (ask: Pick<Ask, 'say'>, school: School, errors: FormErrors) => {
  const t = ask.say(pageWords)
  return { frame: 'question' as const, private: true, noindex: true, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }), crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: school.name, href: safetyHref(school.slug) }, { label: t('safety.title') }] }
}
