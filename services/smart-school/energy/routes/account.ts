import { Type } from 'typebox'
import { audit, body, errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { htmlLang } from '@modellregion/kernel/words'
import { localDate, parsePlainDate, partsOf } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { printSheet } from '../../lesson/pdf/print.ts'
import { parseReading } from '../../meter/rules/units.ts'
import { schoolCrumbs } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchool } from '../../store/queries.ts'
import type { School } from '../../store/schema.ts'
import { accountOf, reviewOn, yearStatement, type YearStatement } from '../account.ts'
import { csvOf, partsOfStatement } from '../export.ts'
import { StatementPage, type StatementProps } from '../pages/statement.tsx'
import { insertActivity, insertClosedYear, insertCorrection, listAccounts, listActivities, listClosedYears, listCorrections } from '../queries.ts'
import { differences } from '../rules/statement.ts'
import { ActivityForm, CorrectionForm } from '../schema.ts'
import { BySlug } from './read.ts'

const OfYear = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })), done: Type.Optional(Type.String({ maxLength: 20 })) })
const CloseForm = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) })
const at = '/smart-school/school/:slug/fifty-fifty'
const read = { access: 'account.read', title: title(words, 'energy.account.name') } as const
type Asks = Ask<{ slug: string }>

/** The fifty/fifty account of a school: read by its people, kept by energy managers. */
export const accountRoutes = [
  get(at, { ...read, params: BySlug, query: OfYear }, (ask) => statementPage(ask, ask.query.year, { done: ask.query.done })),

  get(`${at}.csv`, { ...read, params: BySlug, query: OfYear }, async (ask) => {
    const found = await mine(ask, ask.query.year)
    if (!found?.statement) return notYours(ask)
    return body('text/csv; charset=utf-8', csvOf(ask.say(pageWords), found.statement), { headers: { 'content-disposition': `attachment; filename="fifty-fifty-${found.school.slug}-${found.statement.year}.csv"` } })
  }),

  get(`${at}.pdf`, { ...read, params: BySlug, query: OfYear }, async (ask) => {
    const found = await mine(ask, ask.query.year)
    if (!found?.statement) return notYours(ask)
    const t = ask.say(pageWords)
    const { statement, school } = found
    const file = await printSheet({
      title: t('energy.account.title', { school: school.name }), subject: t('energy.account.sheet', { year: statement.year }), author: ask.tenant.name, at: statement.closed?.closedAt ?? ask.now, lang: htmlLang(ask.locale), brand: ask.tenant.brand,
      facts: [statement.closed ? t('energy.account.closed', { day: statement.closed.closedAt }) : t('energy.account.open'), t('energy.account.model')],
      parts: partsOfStatement(t, statement), footer: `${ask.tenant.name} · ${school.name} · ${statement.year}`, numbered: (page_, of) => t('energy.account.page', { page: page_, of }),
    })
    return body('application/pdf', file, { headers: { 'content-disposition': `attachment; filename="fifty-fifty-${school.slug}-${statement.year}.pdf"` } })
  }),

  post(`${at}/activity`, { access: 'account.log', params: BySlug, title: title(words, 'energy.account.name'), rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(ActivityForm)
    if (!form.ok) return await statementPage(ask, undefined, { which: 'activity', typed: form.typed, errors: errorsIn(t, form.errors, (field) => t.find(`energy.activity.${field}`) ?? field) })
    const { activity, points, evidence = '' } = form.value
    const onDay = parsePlainDate(form.value.onDay)
    if (!onDay || onDay > localDate(ask.now)) return await statementPage(ask, undefined, { which: 'activity', typed: form.typed, errors: { onDay: t('energy.activity.not-yet') } })
    const id = newId(ask.now)
    return await writing(ask, async (db, school) => {
      const { year } = partsOf(onDay)
      // What is written down for such a year would never be paid.
      const why = !accountOf(await listAccounts(db, school.id), year) ? 'no-account' : (await listClosedYears(db, school.id)).some((closed) => closed.year === year) ? 'year-closed' : undefined
      if (why) return { which: 'activity', typed: form.typed, errors: { onDay: t(`energy.activity.${why}`) } }
      await insertActivity(db, school.id, { id, onDay, activity, points, evidence })
      await audit(db, { action: 'account.log', subject: `school/${school.id}`, detail: { points } })
      return `?year=${year}&done=activity`
    })
  }),

  post(`${at}/correction`, { access: 'energy.manage', params: BySlug, title: title(words, 'energy.account.name') }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(CorrectionForm)
    if (!form.ok) return await statementPage(ask, undefined, { which: 'correction', typed: form.typed, errors: errorsIn(t, form.errors, (field) => t.find(`energy.correction.${field}`) ?? field) })
    const [factor, from] = [parseReading(form.value.factor), parsePlainDate(form.value.from)]
    if (!from || factor === undefined || factor <= 0 || factor >= 10) return await statementPage(ask, undefined, { which: 'correction', typed: form.typed, errors: { factor: t('energy.correction.factor-wrong') } })
    const id = newId(ask.now)
    const { quantity, kind, reason } = form.value
    return await writing(ask, async (db, school) => {
      const [first] = await listAccounts(db, school.id)
      if (!first || from < first.startsOn) return { which: 'correction', typed: form.typed, errors: { from: t('energy.correction.before') } }
      await insertCorrection(db, school.id, { id, quantity, kind, from, factor, reason })
      await audit(db, { action: 'account.correct', subject: `school/${school.id}`, detail: { quantity, kind, from, factor } })
      return `?year=${partsOf(from).year}&done=correction`
    })
  }),

  post(`${at}/close`, { access: 'energy.manage', params: BySlug, title: title(words, 'energy.account.name') }, async (ask) => {
    const form = ask.form(CloseForm)
    const year = form.ok ? form.value.year : undefined
    return await writing(ask, async (db, school) => {
      const statement = year === undefined || year >= partsOf(localDate(ask.now)).year ? undefined : await yearStatement(db, school, await reachOfActor(db, ask.actor), year)
      // Somebody may have sent an old page: what is still missing is said there.
      if (!statement || statement.missing.length > 0) return year === undefined ? '' : `?year=${year}`
      if ((await insertClosedYear(db, school.id, statement.year, statement.lines, statement.payoutCents)) > 0) await audit(db, { action: 'account.close', subject: `school/${school.id}`, detail: { year: statement.year, cents: statement.payoutCents } })
      return `?year=${statement.year}&done=closed`
    })
  }),
]

/** Writes for people of the school, and leads to what `work` names; or shows what stands against it. */
async function writing(ask: Asks, work: (db: UnitOfWork, school: School) => Promise<string | Shown>): Promise<Answer> {
  const query = await ask.write(async (db) => {
    const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
    return worksFor(reach, school.id) ? await work(db, school) : undefined
  })
  if (typeof query === 'object') return await statementPage(ask, undefined, query)
  return query === undefined ? notYours(ask) : seeOther(`/smart-school/school/${ask.params.slug}/fifty-fifty${query}`)
}

type Found = { school: School; statement: YearStatement | undefined; years: number[] } & Pick<StatementProps, 'activities' | 'corrections' | 'review' | 'reviewDue' | 'begins'>

function mine(ask: Pick<Asks, 'read' | 'actor' | 'params' | 'now'>, wished: number | undefined): Promise<Found | undefined> {
  const today = localDate(ask.now)
  return ask.read(async (db) => {
    const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
    if (!worksFor(reach, school.id)) return undefined
    const accounts = await listAccounts(db, school.id)
    const closed = await listClosedYears(db, school.id)
    const thisYear = partsOf(today).year
    const first = accounts[0] ? partsOf(accounts[0].startsOn).year : thisYear
    const years = Array.from({ length: thisYear - first + 1 }, (_, back) => thisYear - back)
    const year = wished !== undefined && years.includes(wished) ? wished : (closed.at(-1)?.year ?? thisYear)
    const statement = await yearStatement(db, school, reach, year)
    const review = statement && reviewOn(statement.account)
    const last = accounts.at(-1)
    const begins = accounts.find(({ startsOn }) => startsOn > today)?.startsOn
    return { school, statement, begins, years, activities: await listActivities(db, school.id, year), corrections: await listCorrections(db, school.id), review, reviewDue: review !== undefined && last?.startsOn === statement?.account.startsOn && review <= today }
  })
}

type Shown = { which?: 'activity' | 'correction'; typed?: Typed; errors?: FormErrors; done?: string | undefined }

async function statementPage(ask: Asks, year: number | undefined, { which, typed = {}, errors = {}, done }: Shown): Promise<Answer> {
  const found = await mine(ask, year)
  if (!found) return notYours(ask)
  const t = ask.say(pageWords)
  const { school, statement } = found
  const base = `/smart-school/school/${school.slug}/fifty-fifty`
  const failed = Object.keys(errors).length > 0
  const manage = ask.may('energy.manage')
  return page(
    StatementPage,
    {
      t, csrf: ask.csrf(), ...found, base, done, form: { which, typed, errors },
      differences: statement?.closed ? differences(statement.closed.lines, statement.lines) : [],
      may: { manage, log: ask.may('account.log'), close: manage && statement !== undefined && statement.year < partsOf(localDate(ask.now)).year },
      hrefOf: (of, form) => `${base}${form ? `.${form}` : ''}?year=${of}`,
    },
    { title: t('energy.account.title', { school: school.name }), frame: 'object', private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('energy.account.name')), ...(failed && { status: 422, hasErrors: true }) },
  )
}

const notYours = (ask: Pick<Ask, 'say'>): Answer => refuse(403, 'smart-school.energy.not-yours', ask.say(words)('energy.not-yours'), { label: ask.say(words)('service.title'), href: '/smart-school' })
