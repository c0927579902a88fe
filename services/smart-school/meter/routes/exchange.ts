import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, seeOther, title, typedOf, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { exchangeMeter, undoExchange } from '../exchange.ts'
import { ExchangePage, UndoPage } from '../pages/exchange.tsx'
import { fieldOf, metersOf } from '../rules/exchange.ts'
import { openRegisters } from '../rules/registers.ts'
import { parseReading } from '../rules/units.ts'
import { ExchangedCodes, exchangeForm } from '../schema.ts'
import { isMine, meterCrumbs, meterHref, myMeter, notYours, type MeterAsks } from './guard.ts'
import { momentOf } from './moment.ts'

const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const OfRegister = Type.Object({ register: Type.String({ format: 'uuid' }) })
const OfCodes = Type.Object({ code: Type.Optional(Type.String({ maxLength: 100 })) })
const exchange = { access: 'meter.exchange', params: ById, title: title(words, 'meter.exchange.title') } as const

/** A meter was exchanged, with all its registers; or that was entered wrongly. */
export const exchangeRoutes = [
  get('/smart-school/meter/:id/exchange', { ...exchange, query: OfCodes }, (ask) => exchangePage(ask, ask.query.code === undefined ? {} : { code: ask.query.code }, {})),

  post('/smart-school/meter/:id/exchange', { ...exchange, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const about = ask.form(ExchangedCodes)
    const codes = about.ok ? about.value.code.split(',') : []
    const form = ask.form(exchangeForm(codes.flatMap((code) => [fieldOf('oldReading', code, codes), fieldOf('newReading', code, codes)])))
    const typed: Typed = { ...form.typed, ...about.typed }
    if (!form.ok) return await exchangePage(ask, typed, errorsIn(t, form.errors, (field) => t.find(`meter.exchange.${field.split('-')[0]}`) ?? field))
    const { day, time, serial, digitsBefore } = form.value
    const factor = parseReading(form.value.factor)
    const readings = codes.map((code) => ({ code, oldReading: readingIn(typed, fieldOf('oldReading', code, codes)), newReading: readingIn(typed, fieldOf('newReading', code, codes)) ?? undefined }))
    const errors: Record<string, string> = {}
    if (!factor) errors['factor'] = t('meter.exchange.no-reading')
    for (const { code, oldReading, newReading } of readings) {
      if (oldReading === undefined) errors[fieldOf('oldReading', code, codes)] = t('meter.exchange.no-reading')
      if (newReading === undefined) errors[fieldOf('newReading', code, codes)] = t('meter.exchange.no-reading')
    }
    const at = momentOf(day, time)
    if (!at) errors['time'] = t('meter.exchange.no-time')
    if (!at || !factor || Object.keys(errors).length > 0) return await exchangePage(ask, typed, errors)
    const exchanges = readings.flatMap(({ code, oldReading, newReading }) => (oldReading === undefined || newReading === undefined ? [] : [{ code, at, oldReading, newReading, serial, digitsBefore, factor }]))
    const ids = { old: newId(ask.now), next: codes.map(() => newId(ask.now)) }
    const refusal = await ask.write(async (db) => ((await isMine(db, ask)) ? await exchangeMeter(db, ask.params.id, exchanges, ids) : 'not-yours'))
    if (refusal === 'not-yours') return notYours(ask)
    if (!refusal) return seeOther(`${meterHref(ask.params.id)}?done=exchanged`)
    const { field } = refusal
    return await exchangePage(ask, typed, { [field === 'oldReading' || field === 'newReading' ? fieldOf(field, refusal.of, codes) : field]: t(`meter.exchange.${refusal.code}`) })
  }),

  get('/smart-school/meter/:id/undo', { ...exchange, query: OfRegister, title: title(words, 'meter.undo.title') }, async (ask) => {
    const found = await myMeter(ask)
    const register = found?.metering.registers.find(({ id }) => id === ask.query.register)
    if (!found || !register) return notYours(ask)
    const { point, registers } = found.metering
    const added = !registers.some((other) => other.code === register.code && other.to?.getTime() === register.from.getTime())
    return page(UndoPage, { t: ask.say(pageWords), csrf: ask.csrf(), point, register, added, href: meterHref(ask.params.id) }, { frame: 'question', private: true, noindex: true })
  }),

  post('/smart-school/meter/:id/undo', { ...exchange, title: title(words, 'meter.undo.title') }, async (ask) => {
    const form = ask.form(OfRegister)
    const done = form.ok && (await ask.write(async (db) => (await isMine(db, ask)) && (await undoExchange(db, ask.params.id, form.value.register))))
    return done ? seeOther(`${meterHref(ask.params.id)}?done=undone`) : notYours(ask)
  }),
]

// Null: left empty; undefined: no reading.
const readingIn = (typed: Typed, field: string): number | null | undefined => (typedOf(typed, field).trim() === '' ? null : parseReading(typedOf(typed, field)))

async function exchangePage(ask: MeterAsks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  if (!found) return notYours(ask)
  const t = ask.say(pageWords)
  const { point, registers } = found.metering
  const open = openRegisters(registers, point.quantity)
  const meters = metersOf(open)
  const chosen = meters.find(({ codes }) => codes.join() === typedOf(typed, 'code'))?.codes ?? meters[0]?.codes ?? []
  const failed = Object.keys(errors).length > 0
  return page(
    ExchangePage,
    { t, csrf: ask.csrf(), point, meters, chosen, last: open.find(({ code }) => code === chosen[0]), href: meterHref(point.id), typed, errors },
    { frame: 'question', private: true, noindex: true, crumbs: [...meterCrumbs(t('service.title'), found.school, t('energy.name'), point.name).slice(0, -1), { label: point.name, href: meterHref(point.id) }, { label: t('meter.exchange.title') }], ...(failed && { status: 422, hasErrors: true }) },
  )
}
