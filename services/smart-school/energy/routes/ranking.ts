import { Type } from 'typebox'
import { audit, consolePage, errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, parsePlainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { listSchools } from '../../store/queries.ts'
import { RankingPage, type RankedSchool, type SortKey } from '../pages/ranking.tsx'
import { TariffPage } from '../pages/tariffs.tsx'
import { listTariffs, saveTariff } from '../queries.ts'
import { schoolYear } from '../read.ts'
import { TariffForm } from '../schema.ts'
import type { KnownMeans } from '../weather.ts'
import { parsePrice } from '../rules/price.ts'

const Sorting = Type.Object({ sort: Type.Union([Type.Literal('name'), Type.Literal('heat'), Type.Literal('electricity'), Type.Literal('water')], { default: 'heat' }), down: Type.Optional(Type.String({ maxLength: 1 })) })
const manage = { access: 'energy.manage' } as const
const here = '/smart-school/energy/tariffs'

/** All schools of the town beside each other, and the prices by which savings are valued: for energy managers. */
export const rankingRoutes = [
  get('/smart-school/energy', { ...manage, query: Sorting, title: title(words, 'energy.ranking.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const today = localDate(ask.now)
    const rows = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      const ranked: RankedSchool[] = []
      const known: KnownMeans = new Map()
      for (const school of await listSchools(db)) ranked.push({ school, year: await schoolYear(db, school, reach, today, known) })
      return ranked
    })
    const { sort } = ask.query
    // The largest use first, names from A.
    const down = ask.query.down === undefined ? sort !== 'name' : ask.query.down === '1'
    return page(RankingPage, { t, rows: sorted(rows, sort, down), sort, down, mayManage: true, hrefOf: (key) => `/smart-school/energy?sort=${key}${key === sort ? `&down=${down ? 0 : 1}` : ''}` }, consolePage(ask, { crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('energy.ranking.title') }] }))
  }),

  get(here, { ...manage, title: title(words, 'energy.tariffs.title') }, (ask) => tariffs(ask, {}, {})),
  post(here, { ...manage, title: title(words, 'energy.tariffs.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(TariffForm)
    if (!form.ok) return await tariffs(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`energy.tariffs.${field}`) ?? field))
    const price = parsePrice(form.value.price)
    const from = parsePlainDate(form.value.from)
    if (price === undefined || from === undefined) return await tariffs(ask, form.typed, { price: t('energy.tariffs.price-wrong') })
    await ask.write(async (db) => {
      await saveTariff(db, { schoolId: 0, quantity: form.value.quantity, from, price, source: form.value.source })
      await audit(db, { action: 'tariff.save', subject: `tariff/${form.value.quantity}`, detail: { from, price } })
    })
    return seeOther(`${here}?saved=1`)
  }),
]

function sorted(rows: readonly RankedSchool[], sort: SortKey, down: boolean): RankedSchool[] {
  const valueOf = ({ year }: RankedSchool): number | undefined => year.quantities.find(({ quantity }) => quantity === sort || (sort === 'heat' && quantity === 'gas'))?.index?.value
  const byName = (a: RankedSchool, b: RankedSchool): number => a.school.name.localeCompare(b.school.name, 'de')
  if (sort === 'name') return [...rows].sort((a, b) => (down ? -byName(a, b) : byName(a, b)))
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x === undefined || y === undefined) return x === y ? byName(a, b) : x === undefined ? 1 : -1
    return (down ? y - x : x - y) || byName(a, b)
  })
}

async function tariffs(ask: Ask, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const list = await ask.read((db) => listTariffs(db, 0))
  const failed = Object.keys(errors).length > 0
  return page(TariffPage, { t, csrf: ask.csrf(), action: here, list, typed, errors, saved: ask.url.searchParams.has('saved') }, consolePage(ask, { crumbs: [{ label: t('energy.ranking.title'), href: '/smart-school/energy' }, { label: t('energy.tariffs.title') }], ...(failed && { status: 422, hasErrors: true }) }))
}
