import { Type } from 'typebox'
import { get, page, title } from '@modellregion/kernel'
import { localDate, parsePlainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import type { Period } from '../../meter/schema.ts'
import { schoolCrumbs, schoolHref, schoolLinks } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchool } from '../../store/queries.ts'
import { EnergyPage } from '../pages/energy.tsx'
import { listAccounts } from '../queries.ts'
import { consumptionOfMeters, quantitiesOf, readableMeters, schoolYear } from '../read.ts'
import { rangeOf } from '../rules/ranges.ts'
import { isEnergyQuantity, type EnergyQuantity } from '../schema.ts'

export const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }) })
const Wish = Type.Object({
  quantity: Type.Optional(Type.String({ maxLength: 20 })),
  by: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month'), Type.Literal('year')], { default: 'month' }),
  day: Type.Optional(Type.String({ maxLength: 10 })),
})

/** What a school uses: open to everybody as far as its series are. */
export const readingRoutes = [
  get('/smart-school/school/:slug/energy', { access: 'anyone', params: BySlug, query: Wish, title: title(words, 'energy.name') }, async (ask) => {
    const t = ask.say(pageWords)
    const today = localDate(ask.now)
    const wished = parsePlainDate(ask.query.day ?? '')
    const day = wished && wished < today && wished > '2000-01-01' ? wished : today
    const by: Period = ask.query.by
    const found = await ask.read(async (db) => {
      const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
      const meters = await readableMeters(db, school.id, reach)
      const quantities = quantitiesOf(meters)
      const wish = ask.query.quantity ?? ''
      const quantity = isEnergyQuantity(wish) && quantities.includes(wish) ? wish : quantities[0]
      const range = rangeOf(day, by)
      const own = meters.filter(({ point }) => point.quantity === quantity)
      const [now, before] = [await consumptionOfMeters(db, own, range.from, range.until, by), await consumptionOfMeters(db, own, range.before.from, range.before.until, by)]
      return { school, reach, quantities, shown: quantity && { quantity, by, range, now, before }, year: await schoolYear(db, school, reach, today), points: meters.map(({ point }) => point), hasAccount: (await listAccounts(db, school.id)).length > 0 }
    })
    const { school, reach, ...rest } = found
    const base = schoolHref(school.slug, 'energy')
    const hrefOf = (wish: { quantity?: EnergyQuantity; by?: Period; day?: string }): string => {
      const query = new URLSearchParams({ quantity: wish.quantity ?? rest.shown?.quantity ?? '', by: wish.by ?? by, ...(wish.day ?? ask.query.day ? { day: wish.day ?? ask.query.day ?? '' } : {}) })
      return `${base}?${query.toString()}`
    }
    return page(
      EnergyPage,
      { t, school, links: schoolLinks(school, reach), hrefOf, isLast: rest.shown === undefined || rest.shown.range.until > today, mayRead: worksFor(reach, school.id), ...rest },
      { title: t('energy.title', { school: school.name }), frame: 'object', crumbs: schoolCrumbs(t('service.title'), school, t('energy.name')) },
    )
  }),
]
