import { Type } from 'typebox'
import { enqueue, errorsIn, get, page, post, readForm, consolePage, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { instantAt, localTime, parsePlainDate, partsOf } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { readKeptJob } from '../../ingest/jobs.ts'
import { findDevice, listDevices } from '../../store/queries.ts'
import type { Device } from '../../store/schema.ts'
import { moveDevice, planMove, type MovePlan } from '../move.ts'
import { MovePage, type MoveStep, type Said } from '../pages/move.tsx'
import { deviceHref } from '../pages/list.tsx'
import { listPlaces, listSeriesOfSensor } from '../queries.ts'
import { allChannels, type Move, type MoveRefusal } from '../rules/hanging.ts'
import { readClock } from '../rules/clock.ts'
import { tellSchools } from '../tell.ts'

const Eui = Type.String({ pattern: '^[0-9a-f]{16}$' })
const text = (length: number) => Type.Optional(Type.String({ maxLength: length }))
const Query = Type.Object({
  step: Type.Optional(Type.Union([Type.Literal('device'), Type.Literal('place'), Type.Literal('since'), Type.Literal('check')])),
  device: text(16), channel: text(60), place: text(10), since: text(30), until: text(30),
  'sinceDay-day': text(4), 'sinceDay-month': text(4), 'sinceDay-year': text(6), sinceTime: text(10),
  'untilDay-day': text(4), 'untilDay-month': text(4), 'untilDay-year': text(6), untilTime: text(10),
})
const SinceForm = Type.Object({ sinceDay: Type.String({ format: 'date' }), sinceTime: Type.String({ minLength: 1, maxLength: 10 }), untilDay: Type.Optional(Type.String({ format: 'date' })), untilTime: text(10) })
const Order = Type.Object({ device: Eui, channel: Type.String({ minLength: 1, maxLength: 60 }), place: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), since: Type.String(), until: Type.Optional(Type.String()), fingerprint: Type.String({ maxLength: 40 }) })

const options = { access: 'device.manage', title: title(words, 'device.move.title') }
type Reading = { readonly said: Said; readonly typed: Typed; readonly errors: FormErrors }

/** The wizard "sensor moved". Steps are GET with everything said in the address; only the last one writes. */
export const moveRoutes = [
  get('/smart-school/device/move', { ...options, query: Query }, async (ask) => {
    const t = ask.say(pageWords)
    const reading = readSaid(ask.query, t)
    return await show(ask, ask.query.step, reading)
  }),

  post('/smart-school/device/move', options, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(Order)
    const move = form.ok ? moveOf(form.value) : undefined
    if (!form.ok || !move) return await show(ask, 'device', { said: {}, typed: form.typed, errors: {} })
    const { device: devEui, channel, place, since, until, fingerprint } = form.value
    const done = await ask.write(async (db) => {
      const device = await findDevice(db, devEui)
      const target = (await listPlaces(db)).find(({ id }) => id === place)
      if (!device || !target) return device ? 'no-place' : undefined
      const result = await moveDevice(db, device, move, fingerprint)
      // What was sent before anybody said where it hung has a place now.
      if ('moved' in result) await enqueue(db, readKeptJob, { device: devEui }, { key: devEui })
      return { device, result, schoolId: target.schoolId }
    })
    const said: Said = { device: devEui, channel, place: String(place), since, ...(until !== undefined && { until }) }
    if (!done) return await show(ask, 'device', { said: {}, typed: {}, errors: { device: t('smart-school.device.unknown') } })
    if (done === 'no-place') return await show(ask, 'place', { said: { device: devEui, channel, since, ...(until !== undefined && { until }) }, typed: {}, errors: { place: t('smart-school.device.place') } })
    if ('refusal' in done.result) return await show(ask, 'check', { said, typed: {}, errors: {} }, done.result.refusal)
    tellSchools(ask.platform, [done.device.schoolId, done.schoolId])
    const back = done.result.previous === undefined ? '' : `&undo=${done.result.previous}&channel=${encodeURIComponent(channel)}&since=${encodeURIComponent(since)}${until === undefined ? '' : `&until=${encodeURIComponent(until)}`}`
    return seeOther(`${deviceHref(devEui)}?news=moved&moved=${done.result.moved}${back}`)
  }),
]

function moveOf({ channel, place, since, until }: { channel: string; place: number; since: string; until?: string }): Move | undefined {
  const [from, to] = [new Date(since), until === undefined ? null : new Date(until)]
  return Number.isNaN(from.getTime()) || (to && Number.isNaN(to.getTime())) ? undefined : { channel, thingId: place, from, to }
}

/** What the address says, with the day and time of the third step read by the local calendar. */
function readSaid(query: Record<string, unknown>, t: PageT): Reading {
  const word = (name: string): string | undefined => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const known: Said = Object.fromEntries((['device', 'channel', 'place', 'since', 'until'] as const).flatMap((name) => (word(name) === undefined ? [] : [[name, word(name)]])))
  if (query['step'] !== 'check' || query['sinceTime'] === undefined) return { said: known, typed: typedFrom(known), errors: {} }
  const form = readForm(SinceForm, query)
  if (!form.ok) return { said: known, typed: form.typed, errors: errorsIn(t, form.errors, (field) => t.find(`device.move.label.${field}`) ?? field) }
  const { sinceDay, sinceTime, untilDay, untilTime } = form.value
  const [from, to] = [momentOf(sinceDay, sinceTime), untilDay === undefined ? null : momentOf(untilDay, untilTime ?? '0:00')]
  const errors: FormErrors = { ...(from === undefined && { sinceTime: t('smart-school.device.clock') }), ...(to === undefined && { untilTime: t('smart-school.device.clock') }) }
  return { said: { ...known, ...(from && { since: from.toISOString() }), ...(to && { until: to.toISOString() }) }, typed: form.typed, errors }
}

function momentOf(day: string, clock: string): Date | undefined {
  const [date, time] = [parsePlainDate(day), readClock(clock)]
  return date && time && instantAt(date, time.hours, time.minutes)
}

/** The third step filled in again from what was said, for going back and for hints that know the time. */
function typedFrom({ since, until }: Said): Typed {
  const fill = (name: string, iso: string | undefined): Typed => {
    const at = iso === undefined ? undefined : new Date(iso)
    if (!at || Number.isNaN(at.getTime())) return {}
    const { date, hour, minute } = localTime(at)
    const { year, month, day } = partsOf(date)
    return { [`${name}Day-day`]: String(day), [`${name}Day-month`]: String(month), [`${name}Day-year`]: String(year), [`${name}Time`]: `${hour}:${String(minute).padStart(2, '0')}` }
  }
  return { ...fill('since', since), ...fill('until', until) }
}

async function show(ask: Pick<Ask, 'say' | 'csrf' | 'read' | 'url' | 'now' | 'may' | 'platform' | 'tenant' | 'actor' | 'locale'>, wanted: MoveStep | undefined, { said, typed, errors }: Reading, refused?: MoveRefusal): Promise<Answer> {
  const t = ask.say(pageWords)
  const found = await ask.read(async (db) => {
    const device = said.device === undefined ? undefined : await findDevice(db, said.device)
    const places = await listPlaces(db)
    const place = places.find(({ id }) => String(id) === said.place)
    const ready = device && place && said.since !== undefined && Object.keys(errors).length === 0 && (wanted === undefined || wanted === 'check')
    const move = ready ? moveOf({ channel: said.channel ?? allChannels, place: place.id, since: said.since ?? '', ...(said.until !== undefined && { until: said.until }) }) : undefined
    return { device, places, place, channels: device ? await listSeriesOfSensor(db, device.sensorId) : [], planned: device && move ? await planMove(db, device, move) : undefined, all: await listDevices(db) }
  })
  const plan: MovePlan | undefined = found.planned && 'plan' in found.planned ? found.planned.plan : undefined
  const refusal = refused ?? (found.planned && 'refusal' in found.planned ? found.planned.refusal : undefined)
  const step = stepOf(wanted, found, said, errors, plan)
  const missing: FormErrors = step.missing ? { [step.at]: t('smart-school.device.choose') } : {}
  const names = new Map(found.places.map((place) => [place.id, `${place.school}: ${place.name}`]))
  const all = { ...errors, ...missing }
  const failed = Object.keys(all).length > 0 || refusal !== undefined
  return page(
    MovePage,
    { t, csrf: ask.csrf(), step: step.at, said: { channel: allChannels, ...said }, typed, errors: all, refusal: refusal && refusalText(t, refusal), devices: step.at === 'device' ? found.all.filter(({ state }) => state !== 'retired') : [], device: found.device, channels: found.channels, places: found.places, plan, nameOf: (id: number) => names.get(id) ?? t('device.move.gone', { id }) },
    consolePage(ask, { ...(failed && { status: 422, hasErrors: true }) }),
  )
}

type Found = { readonly device: Device | undefined; readonly place: unknown }

/** The step to show: the first whose answer is missing, or the one that was asked for. A missing answer to a step that was sent is a mistake. */
function stepOf(wanted: MoveStep | undefined, { device, place }: Found, said: Said, errors: FormErrors, plan: MovePlan | undefined): { at: MoveStep; missing: boolean } {
  if (!device) return { at: 'device', missing: wanted !== undefined && wanted !== 'device' }
  if (wanted === 'device') return { at: 'device', missing: false }
  if (!place) return { at: 'place', missing: wanted === 'since' || wanted === 'check' }
  if (wanted === 'place') return { at: 'place', missing: false }
  if (wanted === 'since' || said.since === undefined || Object.keys(errors).length > 0 || !plan) return { at: 'since', missing: false }
  return { at: 'check', missing: false }
}

export const refusalText = (t: PageT, refusal: MoveRefusal): string => t(`smart-school.device.${refusal}`)
