import { Type } from 'typebox'
import { get, page, refuse, title, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { listTariffs } from '../../energy/queries.ts'
import { rangeOf } from '../../energy/rules/ranges.ts'
import { pageWords, words } from '../../locales/index.ts'
import { homeHref } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchoolById, listSeriesOfThings } from '../../store/queries.ts'
import { consumptionAt, inspect, meteringOf, type Metering } from '../consumption.ts'
import { mayLeave } from '../exchange.ts'
import { MeterPage } from '../pages/meter.tsx'
import { listGasValues } from '../queries.ts'
import { mayReadMeter } from '../rules/reach.ts'
import { inOrder, registerKinds } from '../rules/registers.ts'
import type { Consumption } from '../schema.ts'
import { baseLoad, flowLeak } from '../watch.ts'
import { meterCrumbs, meterHref } from './guard.ts'

const ById = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const Done = Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) })
const inspectDays = 400

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
        chains: await chainsOf(db, metering, from, until),
        more: registerKinds[quantity].length > 1,
        undone: metering.registers.filter((one) => mayLeave(metering.registers, one)).map(({ id }) => id),
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
]

// What each register counted, for meters that have or had several; a chain that was there at no time of the span says nothing.
async function chainsOf(db: UnitOfWork, metering: Metering, from: PlainDate, until: PlainDate): Promise<{ code: string; months: readonly Consumption[] }[]> {
  const codes = [...new Set(inOrder(metering.registers.filter(({ to }) => to === null || to > instantAt(from)), metering.point.quantity).map(({ code }) => code))]
  if (codes.length < 2) return []
  const chains: { code: string; months: readonly Consumption[] }[] = []
  for (const code of codes) chains.push({ code, months: await consumptionAt(db, metering, from, until, 'month', code) })
  return chains
}
