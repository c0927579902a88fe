import { Type } from 'typebox'
import { audit, errorsIn, get, newId, page, post, seeOther, title, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { parsePlainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { describeMeter } from '../exchange.ts'
import { DescribePage, GasPage } from '../pages/describe.tsx'
import { listGasValues, saveGasValue } from '../queries.ts'
import { registerKinds } from '../rules/registers.ts'
import { parseReading } from '../rules/units.ts'
import { DescribeForm, GasForm } from '../schema.ts'
import { descriptionOf } from './description.ts'
import { channelsOf, frameOf, isMine, meterHref, myMeter, notYours, type MeterAsks } from './guard.ts'

const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const OfCode = Type.Object({ code: Type.Optional(Type.String({ maxLength: 20 })) })
const describe = { access: 'meter.exchange', params: ById, title: title(words, 'meter.describe.title') } as const
const gas = { access: 'meter.exchange', params: ById, title: title(words, 'meter.gas.title') } as const

/** What a meter is, and what its gas is worth. */
export const describeRoutes = [
  get('/smart-school/meter/:id/describe', { ...describe, query: OfCode }, (ask) => describePage(ask, ask.query.code === undefined ? {} : { code: ask.query.code }, {})),

  post('/smart-school/meter/:id/describe', { ...describe, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(DescribeForm)
    if (!form.ok) return await describePage(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`meter.describe.${field}`) ?? t.find(`meter.exchange.${field}`) ?? field))
    const { code, kind, ...said } = form.value
    const read = descriptionOf(t, said)
    if ('errors' in read) return await describePage(ask, form.typed, read.errors)
    const id = newId(ask.now)
    const refusal = await ask.write(async (db) => ((await isMine(db, ask)) ? await describeMeter(db, ask.params.id, code, kind, read.what, id) : 'gone'))
    if (refusal === 'gone') return notYours(ask)
    return refusal ? await describePage(ask, form.typed, { [refusal.field]: t(`meter.register.${refusal.code}`) }) : seeOther(`${meterHref(ask.params.id)}?done=described`)
  }),

  get('/smart-school/meter/:id/gas', gas, (ask) => gasPage(ask, {}, {})),

  post('/smart-school/meter/:id/gas', { ...gas, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(GasForm)
    if (!form.ok) return await gasPage(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`meter.gas.${field}`) ?? field))
    const [from, calorificValue, stateNumber] = [parsePlainDate(form.value.from), parseReading(form.value.calorificValue), parseReading(form.value.stateNumber)]
    const errors: Record<string, string> = {}
    // The same bounds as in the table: outside of them it is another unit, or a slip.
    if (calorificValue === undefined || calorificValue < 5 || calorificValue > 20) errors['calorificValue'] = t('meter.gas.calorific-wrong')
    if (stateNumber === undefined || stateNumber < 0.5 || stateNumber > 1.5) errors['stateNumber'] = t('meter.gas.state-wrong')
    if (Object.keys(errors).length > 0 || from === undefined || calorificValue === undefined || stateNumber === undefined) return await gasPage(ask, form.typed, errors)
    const done = await ask.write(async (db) => {
      if (!(await isMine(db, ask))) return false
      await saveGasValue(db, ask.params.id, { from, calorificValue, stateNumber, source: form.value.source })
      await audit(db, { action: 'meter.gas-value', subject: `meter/${ask.params.id}`, detail: { from, calorificValue, stateNumber } })
      return true
    })
    return done ? seeOther(`${meterHref(ask.params.id)}?done=described`) : notYours(ask)
  }),
]

async function describePage(ask: MeterAsks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  const register = found?.metering.registers.find(({ to, code }) => to === null && (typed['code'] === undefined || typed['code'] === code))
  if (!found || !register) return notYours(ask)
  return page(DescribePage, { t: ask.say(pageWords), csrf: ask.csrf(), point: found.metering.point, register, channels: channelsOf(found.metering.series), kinds: registerKinds[found.metering.point.quantity].map((one) => one.code), href: meterHref(ask.params.id), typed, errors }, frameOf(ask, found, 'meter.describe.title', errors))
}

async function gasPage(ask: MeterAsks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const found = await myMeter(ask)
  if (!found || found.metering.point.quantity !== 'gas') return notYours(ask)
  const values = await ask.read((db) => listGasValues(db, ask.params.id))
  return page(GasPage, { t: ask.say(pageWords), csrf: ask.csrf(), point: found.metering.point, values, href: meterHref(ask.params.id), typed, errors }, frameOf(ask, found, 'meter.gas.title', errors))
}
