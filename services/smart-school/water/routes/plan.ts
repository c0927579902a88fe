import { Type } from 'typebox'
import { audit, errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { addDays, localDate, parsePlainDate, plainDate, schoolHolidaysKnown, schoolHolidaysNrw } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { schoolHref } from '../../place/frame.ts'
import { renewPlan } from '../act.ts'
import { DaysPage } from '../pages/days.tsx'
import { SettingsPage } from '../pages/forms.tsx'
import { groupHref } from '../pages/school.tsx'
import { addFreeDay, listFreeDays, removeFreeDay } from '../queries/days.ts'
import { changeGroup } from '../queries/settings.ts'
import { FreeDayForm } from '../schema.ts'
import { actingGroup, actingSchool, ByGroup, BySlug, groupThing, notYours } from './reach.ts'

const ByDay = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }), day: Type.String({ format: 'date' }) })
const SettingsForm = Type.Object({
  evidence: Type.Union([Type.Literal('sensor'), Type.Literal('room'), Type.Literal('school-day'), Type.Literal('hand')]),
  limitHours: Type.Union([Type.Literal('72'), Type.Literal('168')]),
  flushMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
})

/** Days that the page lists, so that whoever enters one finds it again. */
const listed = { back: 30, ahead: 500 }
const days = { access: 'water.plan', params: BySlug, title: title(words, 'water.days.title') } as const
const settings = { access: 'water.plan', params: ByGroup, subject: groupThing, title: title(words, 'water.settings.title') } as const
const frame = { frame: 'question', private: true, noindex: true } as const

/** What the plan is made from: the school's own free days, and how each group's clock runs. */
export const planningRoutes = [
  get('/smart-school/school/:slug/water/days', days, (ask) => daysForm(ask, {}, {})),
  post('/smart-school/school/:slug/water/days', { ...days, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(FreeDayForm)
    if (!form.ok) return await daysForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`water.days.field.${field}`) ?? field))
    const [day, today] = [plainDate(form.value.day), localDate(ask.now)]
    if (day < addDays(today, -listed.back) || day > addDays(today, listed.ahead)) return await daysForm(ask, form.typed, { day: t('water.days.outside') })
    const done = await ask.write(async (db) => {
      const own = await actingSchool(db, ask.actor, ask.params.slug, ask.now)
      if (!own) return false
      await addFreeDay(db, own.school.id, day, form.value.reason)
      await renewPlan(db, own.school, ask.now)
      await audit(db, { action: 'school.free-day', subject: `school/${own.school.id}`, detail: { day, reason: form.value.reason } })
      return true
    })
    return done ? seeOther(`${schoolHref(ask.params.slug, 'water')}/days`) : notYours(ask)
  }),
  post('/smart-school/school/:slug/water/days/:day/remove', { ...days, params: ByDay }, async (ask) => {
    const day = parsePlainDate(ask.params.day)
    const done = await ask.write(async (db) => {
      const own = await actingSchool(db, ask.actor, ask.params.slug, ask.now)
      if (!own || !day) return false
      await removeFreeDay(db, own.school.id, day)
      await renewPlan(db, own.school, ask.now)
      await audit(db, { action: 'school.free-day-remove', subject: `school/${own.school.id}`, detail: { day } })
      return true
    })
    return done ? seeOther(`${schoolHref(ask.params.slug, 'water')}/days`) : notYours(ask)
  }),

  get('/smart-school/water/:id/settings', settings, (ask) => settingsForm(ask, {}, {})),
  post('/smart-school/water/:id/settings', { ...settings, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(SettingsForm)
    if (!form.ok) return await settingsForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`water.settings.field.${field}`) ?? field))
    const { evidence, limitHours, flushMinutes } = form.value
    const done = await ask.write(async (db) => {
      const own = await actingGroup(db, ask.actor, ask.subject, ask.now)
      if (!own) return false
      await changeGroup(db, ask.subject.id, { evidence, limitHours: Number(limitHours), flushMinutes })
      await renewPlan(db, own.school, ask.now)
      await audit(db, { action: 'water.settings', subject: `outlet-group/${ask.subject.id}`, detail: { evidence, limitHours, flushMinutes } })
      return true
    })
    return done ? seeOther(groupHref(ask.subject.id)) : notYours(ask)
  }),
]

async function daysForm(ask: Pick<Ask<{ slug: string }>, 'say' | 'csrf' | 'read' | 'actor' | 'params' | 'now'>, typed: Typed, errors: FormErrors): Promise<Answer> {
  const today = localDate(ask.now)
  const found = await ask.read(async (db) => {
    const own = await actingSchool(db, ask.actor, ask.params.slug, ask.now)
    return own && { own, days: await listFreeDays(db, own.school.id, addDays(today, -listed.back), addDays(today, listed.ahead)) }
  })
  if (!found) return notYours(ask)
  const years = [...new Set([today, addDays(today, 365)].map((day) => Number(day.slice(0, 4))))].filter((year) => year <= Number(schoolHolidaysKnown.until.slice(0, 4)))
  const holidays = [...new Set(years.flatMap((year) => schoolHolidaysNrw(year)))].filter(({ until }) => until >= today)
  const failed = Object.keys(errors).length > 0
  return page(DaysPage, { t: ask.say(pageWords), csrf: ask.csrf(), action: `${schoolHref(ask.params.slug, 'water')}/days`, days: found.days, holidays, typed, errors }, { ...frame, ...(failed && { status: 422, hasErrors: true }) })
}

async function settingsForm(ask: Pick<Ask<unknown, unknown, unknown, { id: number; schoolId: number }>, 'say' | 'csrf' | 'read' | 'actor' | 'subject' | 'now'>, typed: Typed, errors: FormErrors): Promise<Answer> {
  const own = await ask.read((db) => actingGroup(db, ask.actor, ask.subject, ask.now))
  if (!own) return notYours(ask)
  const failed = Object.keys(errors).length > 0
  return page(SettingsPage, { t: ask.say(pageWords), csrf: ask.csrf(), group: own.state.group, typed, errors, back: groupHref(ask.subject.id) }, { ...frame, ...(failed && { status: 422, hasErrors: true }) })
}
