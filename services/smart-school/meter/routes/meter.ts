import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { addDays, instantAt, localDate, localTime, plainDate, type PlainDate } from '@modellregion/standards'
import { listTariffs } from '../../energy/queries.ts'
import { rangeOf } from '../../energy/rules/ranges.ts'
import { pageWords, words } from '../../locales/index.ts'
import { homeHref } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchoolById, listSeriesOfThings } from '../../store/queries.ts'
import { consumptionAt, inspect, meteringOf } from '../consumption.ts'
import { exchangeMeter, undoExchange } from '../exchange.ts'
import { ExchangePage, UndoPage } from '../pages/exchange.tsx'
import { MeterPage } from '../pages/meter.tsx'
import { listGasValues } from '../queries.ts'
import { mayReadMeter } from '../rules/reach.ts'
import { parseReading } from '../rules/units.ts'
import { ExchangeForm } from '../schema.ts'
import { baseLoad, flowLeak } from '../watch.ts'
import { isMine, meterCrumbs, meterHref, myMeter, notYours, type MeterAsks } from './guard.ts'

const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const Done = Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) })
const OfRegister = Type.Object({ register: Type.String({ format: 'uuid' }) })
const inspectDays = 400
const exchange = { access: 'meter.exchange', params: ById, title: title(words, 'meter.exchange.title') } as const

/** One meter point, and what people say about its meters. */
export const meterPageRoutes = [
  get('/smart-school/meter/:id', { access: 'anyone', params: ById, query: Done, title: title(words, 'meter.name') }, async (ask) => {
    const t = ask.say(pageWords)
    const today = localDate(ask.now)
    const found = await ask.read(async (db) => {
      const metering = await meteringOf(db, ask.params.id)
      const reach = await reachOfActor(db, ask.actor)
      const series = await listSeriesOfThings(db, [metering.point.id])
      if (!mayReadMeter(reach, series)) return undefined
      const school = await getSchoolById(db, metering.point.schoolId)
      const { from, until } = rangeOf(today, 'month')
      const { quantity } = metering.point
      return {
        school, point: metering.point, registers: metering.registers, works: worksFor(reach, school.id),
        months: await consumptionAt(db, metering, from, until, 'month'),
        load: quantity === 'electricity' ? await baseLoad(db, metering, school.heatedAreaM2, today) : undefined,
        leak: quantity === 'water' ? await flowLeak(db, metering, today) : undefined,
        inspected: await inspect(db, metering, instantAt(addDays(today, -inspectDays)), ask.now),
        gasValues: await listGasValues(db, metering.point.id),
        tariff: (await listTariffs(db, school.id)).filter((one) => one.quantity === quantity && one.from <= today).at(-1),
      }
    })
    if (!found) return refuse(403, 'smart-school.meter.not-public', t('meter.not-public'), { label: t('service.title'), href: homeHref })
    const { inspected, works, ...rest } = found
    return page(
      MeterPage,
      { t, ...rest, readings: inspected.readings, aside: [...inspected.aside].reverse(), events: inspected.events, done: ask.query.done, may: { exchange: works && ask.may('meter.exchange'), read: works }, href: meterHref(found.point.id) },
      { title: found.point.name, frame: 'object', crumbs: meterCrumbs(t('service.title'), found.school, t('energy.name'), found.point.name) },
    )
  }),

  get('/smart-school/meter/:id/exchange', exchange, (ask) => exchangePage(ask, {}, {})),

  post('/smart-school/meter/:id/exchange', { ...exchange, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(ExchangeForm)
    if (!form.ok) return await exchangePage(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`meter.exchange.${field}`) ?? field))
    const { day, time, oldReading, serial, newReading, digitsBefore, factor, code } = form.value
    const numbers = { oldReading: oldReading === undefined ? null : parseReading(oldReading), newReading: parseReading(newReading), factor: parseReading(factor) }
    const wrong = (['oldReading', 'newReading', 'factor'] as const).filter((field) => numbers[field] === undefined || (field === 'factor' && numbers.factor === 0))
    if (numbers.oldReading === undefined || numbers.newReading === undefined || numbers.factor === undefined || wrong.length > 0) return await exchangePage(ask, form.typed, Object.fromEntries(wrong.map((field) => [field, t('meter.exchange.no-reading')])))
    const at = momentOf(plainDate(day), time)
    if (!at) return await exchangePage(ask, form.typed, { time: t('meter.exchange.no-time') })
    const entered = { at, oldReading: numbers.oldReading, serial, newReading: numbers.newReading, digitsBefore, factor: numbers.factor }
    const ids = { old: newId(ask.now), next: newId(ask.now) }
    const refusal = await ask.write(async (db) => ((await isMine(db, ask)) ? await exchangeMeter(db, ask.params.id, code, entered, ids) : 'not-yours'))
    if (refusal === 'not-yours') return notYours(ask)
    return refusal ? await exchangePage(ask, form.typed, { [refusal.field]: t(`meter.exchange.${refusal.code}`) }) : seeOther(`${meterHref(ask.params.id)}?done=exchanged`)
  }),

  get('/smart-school/meter/:id/undo', { ...exchange, query: OfRegister, title: title(words, 'meter.undo.title') }, async (ask) => {
    const found = await myMeter(ask)
    const register = found?.metering.registers.find(({ id }) => id === ask.query.register)
    if (!found || !register) return notYours(ask)
    return page(UndoPage, { t: ask.say(pageWords), csrf: ask.csrf(), register, href: meterHref(ask.params.id) }, { frame: 'question', private: true, noindex: true })
  }),

  post('/smart-school/meter/:id/undo', { ...exchange, title: title(words, 'meter.undo.title') }, async (ask) => {
    const form = ask.form(OfRegister)
    const done = form.ok && (await ask.write(async (db) => (await isMine(db, ask)) && (await undoExchange(db, ask.params.id, form.value.register))))
    return done ? seeOther(`${meterHref(ask.params.id)}?done=undone`) : notYours(ask)
  }),
]

// A time that clocks skip on that day was shown by no clock.
function momentOf(day: PlainDate, time: string): Date | undefined {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number)
  const at = instantAt(day, hour, minute)
  const local = localTime(at)
  return local.hour === hour && local.minute === minute ? at : undefined
}

async function exchangePage(ask: MeterAsks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  if (!found) return notYours(ask)
  const t = ask.say(pageWords)
  const { point, registers } = found.metering
  const failed = Object.keys(errors).length > 0
  return page(
    ExchangePage,
    { t, csrf: ask.csrf(), point, codes: [...new Set(registers.map(({ code }) => code))], last: registers.at(-1), href: meterHref(point.id), typed, errors },
    { frame: 'question', private: true, noindex: true, crumbs: [...meterCrumbs(t('service.title'), found.school, t('energy.name'), point.name).slice(0, -1), { label: point.name, href: meterHref(point.id) }, { label: t('meter.exchange.title') }], ...(failed && { status: 422, hasErrors: true }) },
  )
}
