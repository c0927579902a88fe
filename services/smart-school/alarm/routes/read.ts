import { Type } from 'typebox'
import { get, page, title, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { schoolCrumbs, schoolLinks } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { actsAt, isStaffAt, worksFor } from '../../protection/rules.ts'
import { getSchoolById, listSchools } from '../../store/queries.ts'
import { pageWords, words } from '../../locales/index.ts'
import { alarmsHref, languageOf, notYours, openSchool, safetyHref } from '../door.ts'
import { readNames } from '../people.ts'
import { AlarmPage } from '../pages/alarm.tsx'
import { OverviewPage } from '../pages/overview.tsx'
import { ReportPage } from '../pages/report.tsx'
import { SchoolAlarmsPage } from '../pages/school.tsx'
import { countAlarmsOfSchool, getAlarm, listAlarmsOfSchool, listOpenAlarms } from '../queries/alarm.ts'
import { listNoticesOfAlarm } from '../queries/notice.ts'
import { listForecasts, listMutes } from '../queries/rule.ts'
import { listWatched } from '../queries/watch.ts'
import { readReport } from '../report.ts'
import { mayReadAlarm } from '../rules/reach.ts'
import type { Alarm } from '../schema.ts'

const BySlug = Type.Object({ slug: Type.String({ maxLength: 80 }) })
const pageSize = 30

/** Reading alarms: of all schools, of one, a single one, and why there was none. */
export const readingRoutes: readonly Route[] = [
  get('/smart-school/alarms', { access: 'alarm.read', title: title(words, 'alarm.all.title') }, async (ask) => {
    const { schools, alarms } = await ask.read(async (db) => {
      const reach = await reachOfActor(db, ask.actor)
      return { schools: (await listSchools(db)).filter(({ id }) => worksFor(reach, id)), alarms: (await listOpenAlarms(db)).filter((alarm) => mayReadAlarm(reach, alarm)) }
    })
    const t = ask.say(pageWords)
    return page(OverviewPage, { t, language: languageOf(ask.locale), schools, alarms, may: mayOf(ask) }, { frame: 'work', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('alarm.all.title') }] })
  }),

  get(
    '/smart-school/school/:slug/alarms',
    { access: 'alarm.read', params: BySlug, query: Type.Object({ page: Type.Integer({ minimum: 1, maximum: 10_000, default: 1 }) }), title: title(words, 'alarm.title') },
    async (ask) => {
      const opened = await openSchool(ask, ask.params.slug)
      if ('refusal' in opened) return opened.refusal
      const { school, reach } = opened
      const found = await ask.read(async (db) => ({
        open: (await listOpenAlarms(db)).filter((alarm) => alarm.schoolId === school.id && mayReadAlarm(reach, alarm)),
        list: await listAlarmsOfSchool(db, school.id, { from: (ask.query.page - 1) * pageSize, size: pageSize }),
        total: await countAlarmsOfSchool(db, school.id),
        batteries: isStaffAt(reach, school.id) ? await batteriesOf(db, school.id) : [],
        mutes: (await listMutes(db)).filter(({ schoolId }) => schoolId === school.id),
      }))
      const t = ask.say(pageWords)
      return page(
        SchoolAlarmsPage,
        {
          t,
          language: languageOf(ask.locale),
          school,
          links: schoolLinks(school, reach),
          open: found.open,
          past: found.list.filter((alarm) => alarm.state === 'cleared' && mayReadAlarm(reach, alarm)),
          page: ask.query.page,
          pages: Math.max(1, Math.ceil(found.total / pageSize)),
          batteries: found.batteries,
          mayDevices: ask.may('device.manage'),
          mutes: isStaffAt(reach, school.id) ? found.mutes : [],
          may: mayOf(ask),
        },
        { title: `${t('alarm.title')}: ${school.name}`, private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('alarm.title')) },
      )
    },
  ),

  get('/smart-school/school/:slug/alarms/report', { access: 'alarm-rule.read', params: BySlug, title: title(words, 'alarm.report.title') }, async (ask) => {
    const opened = await openSchool(ask, ask.params.slug)
    if ('refusal' in opened) return opened.refusal
    const { school, reach } = opened
    const report = await ask.read((db) => readReport(db, school))
    const t = ask.say(pageWords)
    return page(
      ReportPage,
      { t, language: languageOf(ask.locale), school, report, reach },
      { title: `${t('alarm.report.title')}: ${school.name}`, private: true, noindex: true, crumbs: [...schoolCrumbs(t('service.title'), school).slice(0, 1), { label: school.name, href: alarmsHref(school.slug) }, { label: t('alarm.report.title') }] },
    )
  }),

  get(
    '/smart-school/alarm/:id',
    {
      access: 'alarm.read',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      query: Type.Object({ done: Type.Optional(Type.String()) }),
      subject: (db, { id }) => getAlarm(db, id),
      title: title(words, 'alarm.one'),
    },
    (ask) => showAlarm(ask, { done: ask.query.done }),
  ),
]

type Asks = Pick<Ask, 'read' | 'actor' | 'say' | 'may' | 'csrf' | 'locale' | 'platform' | 'tenant' | 'now'> & { readonly subject: Alarm }

/** The page of one alarm, also with a refusal on it, or with what is wrong in one of its forms. */
export async function showAlarm(ask: Asks, { done, refusal, form = { typed: {}, errors: {} } }: { done?: string | undefined; refusal?: string; form?: { typed: Typed; errors: FormErrors } }) {
  const isWrong = Object.keys(form.errors).length > 0
  const { subject: alarm } = ask
  const { reach, school, notices, mutes } = await ask.read(async (db) => {
    return { reach: await reachOfActor(db, ask.actor), school: await getSchoolById(db, alarm.schoolId), notices: await listNoticesOfAlarm(db, alarm.id), mutes: await listMutes(db) }
  })
  if (!mayReadAlarm(reach, alarm)) return notYours(ask)
  const t = ask.say(pageWords)
  const isStaff = isStaffAt(reach, alarm.schoolId)
  const names = isStaff ? await readNames(ask, [...notices.map(({ accountId }) => accountId), ...(alarm.acknowledgedBy === null ? [] : [alarm.acknowledgedBy])]) : new Map<string, string>()
  return page(
    AlarmPage,
    {
      t,
      csrf: ask.csrf(),
      language: languageOf(ask.locale),
      alarm,
      school,
      notices: isStaff ? notices : [],
      names,
      reader: ask.actor.id,
      mute: mutes.find(({ kind, subject }) => kind === alarm.kind && subject === alarm.subject),
      may: { handle: ask.may('alarm.handle') && actsAt(reach, alarm.schoolId), read: isStaff, safety: isStaff ? safetyHref(school.slug) : undefined },
      done,
      refusal,
      form,
    },
    { frame: 'object', private: true, noindex: true, ...((refusal !== undefined || isWrong) && { status: isWrong ? 422 : 409, hasErrors: true }), crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: school.name, href: alarmsHref(school.slug) }, { label: t('alarm.one') }] },
  )
}

const mayOf = (ask: Pick<Ask, 'may'>) => ({ rules: ask.may('alarm-rule.read'), receive: ask.may('alarm.receive'), chain: ask.may('alarm-chain.change') })

async function batteriesOf(db: Parameters<typeof listForecasts>[0], schoolId: number) {
  const rows = new Map((await listWatched(db, schoolId)).map((row) => [row.seriesId, row]))
  return (await listForecasts(db)).flatMap((forecast) => {
    const row = rows.get(forecast.seriesId)
    return row ? [{ ...forecast, place: row.place, device: row.device ?? '', devEui: row.devEui, unit: row.quantity === 'battery' ? ('V' as const) : ('%' as const) }] : []
  })
}
