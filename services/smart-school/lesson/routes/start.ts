import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { addDays, localDate, partsOf, plainDate, type PlainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { isQuantity, quantities, type QuantityId } from '../../quantity/quantity.ts'
import type { School, Thing } from '../../store/schema.ts'
import { experimentPath, startExperiment } from '../experiment.ts'
import { placesFor, quantitiesFor } from '../measured.ts'
import { ChoosePage, StartPage } from '../pages/start.tsx'
import { findPlan } from '../../lesson-plan/desk.ts'
import type { LessonPlan } from '../../lesson-plan/schema.ts'
import { codeUntilOf, deleteOnOf, whyNotStart } from '../rules/state.ts'
import { shuffle } from '../rules/letters.ts'
import { drawnSeed, newClassCode } from '../seal.ts'
import { longestDays, mostPlaces, StartForm, type OwnColumn } from '../schema.ts'
import { accountOf, homeCrumbs, notOfSchool, ownSchools } from './staff.ts'

const heading = title(words, 'lesson.start.title')
const query = Type.Object({ school: Type.Optional(Type.String({ maxLength: 80 })), quantity: Type.Optional(Type.String({ maxLength: 40 })), plan: Type.Optional(Type.String({ maxLength: 80 })) })
const frame = { frame: 'question', private: true, noindex: true } as const

/** A teacher starts an experiment: first school and quantity, then everything else. */
export const startRoutes = [
  get('/smart-school/lesson/new', { access: 'experiment.start', query, title: heading }, async (ask) => {
    const plan = await planOf(ask, ask.query.plan)
    const found = await whereOf(ask, ask.query.school)
    if (!found) return notOfSchool(ask)
    const wished = ask.query.quantity ?? plan?.experiment?.quantity
    const quantity = wished !== undefined && isQuantity(wished) && found.quantities.includes(wished) ? wished : undefined
    const t = ask.say(pageWords)
    if (quantity === undefined || ask.query.school === undefined) {
      const first = quantity === undefined ? found.quantities : [quantity, ...found.quantities.filter((one) => one !== quantity)]
      if (first.length === 0) return refuse(409, 'smart-school.lesson.no-values', t('smart-school.lesson.no-values'), { label: t('lesson.home.title'), href: '/smart-school/lesson' })
      return page(ChoosePage, { t, schools: found.schools, school: found.school.slug, quantities: first, plan: plan?.id }, { ...frame, crumbs: homeCrumbs(t, t('lesson.start.title')) })
    }
    return await form(ask, found.school, quantity, plan?.id, prefilled(ask.now, plan), {})
  }),

  post('/smart-school/lesson/experiment', { access: 'experiment.start', title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const where = ask.form(Type.Object({ school: Type.String(), quantity: Type.String(), plan: Type.Optional(Type.String()) }))
    const found = where.ok ? await whereOf(ask, where.value.school) : undefined
    if (!where.ok || !found || !isQuantity(where.value.quantity) || !found.quantities.includes(where.value.quantity)) return notOfSchool(ask)
    const { school } = found
    const quantity = where.value.quantity
    const plan = (await planOf(ask, where.value.plan))?.id
    const t = ask.say(pageWords)
    const read = ask.form(StartForm)
    if (!read.ok) return await form(ask, school, quantity, plan, read.typed, errorsIn(t, read.errors, (field) => t.find(`lesson.field.${field}`) ?? field))
    const { value } = read
    const from = plainDate(value.from)
    const until = plainDate(value.until)
    const band = value.band ?? null
    const offered = await ask.read(async (db) => await placesFor(db, school, await reachOfActor(db, ask.actor), quantity))
    const chosen = offered.filter(({ id }) => value.places.includes(String(id))).map(({ id }) => id)
    const blind = value.blind === true
    const refusal = whyNotStart({ from, until, comparison: value.comparison, band, blind, places: chosen.length }, localDate(ask.now))
    if (refusal) return await form(ask, school, quantity, plan, read.typed, { [refusal.field]: t(`smart-school.lesson.${refusal.code}`, { days: longestDays, places: mostPlaces }) })
    if (chosen.length === 0) return await form(ask, school, quantity, plan, read.typed, { places: t('smart-school.lesson.no-place') })
    const id = newId(ask.now)
    const { hash, sealed } = await newClassCode(ask.platform, ask.tenant.id, id)
    await ask.write((db) =>
      startExperiment(db, {
        id,
        schoolId: school.id,
        accountId: accountOf(ask),
        title: value.title,
        question: value.question,
        hypothesis: value.hypothesis ?? '',
        plan: plan ?? null,
        mkr: value.mkr ?? [],
        quantities: [quantity, ...(value.extra ?? []).filter((one): one is QuantityId => isQuantity(one) && one !== quantity && found.quantities.includes(one)).slice(0, 2)],
        thingIds: blind ? shuffle(chosen, drawnSeed()) : chosen,
        times: value.times,
        comparison: value.comparison,
        band,
        from,
        until,
        reveal: value.reveal,
        blind,
        ownColumns: ownOf(value),
        codeHash: hash,
        codeSealed: sealed,
        codeUntil: codeUntilOf({ until: until > localDate(ask.now) ? until : localDate(ask.now) }),
        keepWeeks: value.keepWeeks,
        deleteOn: deleteOnOf(until, localDate(ask.now), value.keepWeeks),
      }),
    )
    return seeOther(experimentPath(id))
  }),
]

const ownOf = ({ own1, unit1, own2, unit2 }: StartForm): OwnColumn[] => [[own1, unit1], [own2, unit2]].flatMap(([label, unit = '']) => (label === undefined || label === '' ? [] : [{ label, unit }]))

const planOf = async (ask: Pick<Ask, 'read'>, id: string | undefined): Promise<LessonPlan | undefined> => (id === undefined || id === '' ? undefined : await ask.read((db) => findPlan(db, id, true)))

async function whereOf(ask: Pick<Ask, 'read' | 'actor'>, slug: string | undefined): Promise<{ schools: School[]; school: School; quantities: QuantityId[] } | undefined> {
  return await ask.read(async (db) => {
    const schools = await ownSchools(db, ask.actor)
    const school = slug === undefined ? schools[0] : schools.find((one) => one.slug === slug)
    return school && { schools, school, quantities: await quantitiesFor(db, school, await reachOfActor(db, ask.actor)) }
  })
}

async function form(ask: Pick<Ask, 'read' | 'actor' | 'say' | 'csrf'>, school: School, quantity: QuantityId, plan: string | undefined, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const [places, others] = await ask.read(async (db): Promise<[Thing[], QuantityId[]]> => {
    const reach = await reachOfActor(db, ask.actor)
    return [await placesFor(db, school, reach, quantity), (await quantitiesFor(db, school, reach)).filter((one) => one !== quantity && quantities[one].kind === quantities[quantity].kind)]
  })
  return page(StartPage, { t, csrf: ask.csrf(), school, quantity, others, places, plan, typed, errors }, { ...frame, crumbs: homeCrumbs(t, t('lesson.start.title')), ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}

const partsNamed = (name: string, day: PlainDate): Record<string, string> => {
  const { year, month, day: date } = partsOf(day)
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

/** What the form begins with: a week from tomorrow on, and what the lesson plan says. */
function prefilled(now: Date, plan: LessonPlan | undefined): Typed {
  const today = localDate(now)
  const dates = { ...partsNamed('from', addDays(today, 1)), ...partsNamed('until', addDays(today, 7)) }
  if (!plan?.experiment) return dates
  const { question, comparison, band, times, blind, own } = plan.experiment
  const [[own1 = '', unit1 = ''] = [], [own2 = '', unit2 = ''] = []] = own.map((one) => one.split(' in ').map((part) => part.trim()))
  return { ...dates, title: plan.title, question, comparison, times, ...(band !== null && { band: String(band) }), ...(blind && { blind: 'true' }), own1, unit1, own2, unit2, mkr: plan.mkr }
}
