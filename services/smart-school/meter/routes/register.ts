import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { addRegister, takeRegisterOut } from '../exchange.ts'
import { AddRegisterPage, EndRegisterPage } from '../pages/register.tsx'
import { nth } from '../rules/nth.ts'
import { registerKinds } from '../rules/registers.ts'
import { parseReading } from '../rules/units.ts'
import { AddForm, EndForm } from '../schema.ts'
import { descriptionOf } from './description.ts'
import { channelsOf, frameOf, isMine, meterHref, myMeter, notYours, type MeterAsks } from './guard.ts'
import { momentOf } from './moment.ts'

const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const OfCode = Type.Object({ code: Type.Optional(Type.String({ maxLength: 20 })) })
const add = { access: 'meter.exchange', params: ById, title: title(words, 'meter.register.add') } as const
const end = { access: 'meter.exchange', params: ById, title: title(words, 'meter.register.end') } as const

/** Meters with several registers: two tariffs, what is fed in, compound water meters. */
export const registerRoutes = [
  get('/smart-school/meter/:id/register', add, (ask) => addPage(ask, {}, {})),

  post('/smart-school/meter/:id/register', { ...add, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(AddForm)
    if (!form.ok) return await addPage(ask, form.typed, errorsIn(t, form.errors, (field) => labelOf(t, field)))
    const { day, time, kind, ...said } = form.value
    const read = descriptionOf(t, said)
    const from = momentOf(day, time)
    if (!from || 'errors' in read) return await addPage(ask, form.typed, { ...('errors' in read && read.errors), ...(!from && { time: t('meter.exchange.no-time') }) })
    const ids = { plain: newId(ask.now), next: newId(ask.now) }
    const refusal = await ask.write(async (db) => ((await isMine(db, ask)) ? await addRegister(db, ask.params.id, kind, from, read.what, ids) : 'not-yours'))
    if (refusal === 'not-yours') return notYours(ask)
    return refusal ? await addPage(ask, form.typed, { [refusal.field]: t(`meter.register.${refusal.code}`) }) : seeOther(`${meterHref(ask.params.id)}?done=added`)
  }),

  get('/smart-school/meter/:id/register/end', { ...end, query: OfCode }, (ask) => endPage(ask, ask.query.code ?? '', {}, {})),

  post('/smart-school/meter/:id/register/end', { ...end, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(EndForm)
    if (!form.ok) return await endPage(ask, String(form.typed['code'] ?? ''), form.typed, errorsIn(t, form.errors, (field) => labelOf(t, field)))
    const { code, day, time, endReading } = form.value
    const at = momentOf(day, time)
    const shown = endReading === undefined ? null : parseReading(endReading)
    if (!at || shown === undefined) return await endPage(ask, code, form.typed, { ...(!at && { time: t('meter.exchange.no-time') }), ...(shown === undefined && { endReading: t('meter.exchange.no-reading') }) })
    const id = newId(ask.now)
    const refusal = await ask.write(async (db) => ((await isMine(db, ask)) ? await takeRegisterOut(db, ask.params.id, code, at, shown, id) : 'gone'))
    if (refusal === 'gone') return notYours(ask)
    return refusal ? await endPage(ask, code, form.typed, { [refusal.field]: t(`meter.register.${refusal.code}`) }) : seeOther(`${meterHref(ask.params.id)}?done=ended`)
  }),
]

const labelOf = (t: PageT, field: string): string => t.find(`meter.register.${field}`) ?? t.find(`meter.describe.${field}`) ?? t.find(`meter.exchange.${field}`) ?? field

async function addPage(ask: MeterAsks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  if (!found || registerKinds[found.metering.point.quantity].length < 2) return notYours(ask)
  const { point, registers, series } = found.metering
  // Registers of one meter are alike in everything but their kind and readings.
  const { serial, unit, pulsesPerUnit, factor, digitsBefore, expectedMinutes, maxPerHour } = registers.find(({ to }) => to === null) ?? nth(registers, registers.length - 1)
  const like = { serial, unit, pulsesPerUnit, factor, digitsBefore, expectedMinutes, maxPerHour }
  return page(AddRegisterPage, { t: ask.say(pageWords), csrf: ask.csrf(), point, like, channels: channelsOf(series), kinds: registerKinds[point.quantity].map(({ code }) => code).filter((code) => !registers.some((one) => one.code === code && one.to === null)), href: meterHref(point.id), typed, errors }, frameOf(ask, found, 'meter.register.add', errors))
}

async function endPage(ask: MeterAsks, code: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  const register = found?.metering.registers.find((one) => one.to === null && (code === '' || one.code === code))
  if (!found || !register) return notYours(ask)
  return page(EndRegisterPage, { t: ask.say(pageWords), csrf: ask.csrf(), point: found.metering.point, register, href: meterHref(ask.params.id), typed, errors }, frameOf(ask, found, 'meter.register.end', errors))
}
