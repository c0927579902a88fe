import { audit, errorsIn, get, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, parseEuro, partsOf, plainDateOf } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { parseReading } from '../../meter/rules/units.ts'
import { schoolCrumbs } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { worksFor } from '../../protection/rules.ts'
import { getSchool } from '../../store/queries.ts'
import { OpenAccountPage } from '../pages/open.tsx'
import { findWeather, insertAccount, insertBaseline, insertWeather } from '../queries.ts'
import { readBaseline, readWeather, wrongYears } from '../rules/baseline-text.ts'
import { normalDegreeDays } from '../rules/degree-days.ts'
import { AccountForm } from '../schema.ts'
import { BySlug } from './read.ts'

const at = '/smart-school/school/:slug/fifty-fifty/open'
const manage = { access: 'energy.manage', params: BySlug, title: title(words, 'energy.open.title') } as const
type Asks = Ask<{ slug: string }>
/** More than 100,000 € is a slip of the finger. */
const mostCents = 10_000_000

/** Opening an account, and beginning its next period. */
export const openRoutes = [
  get(at, manage, (ask) => form(ask, {}, {})),

  post(at, manage, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(AccountForm)
    if (!read.ok) return await form(ask, read.typed, errorsIn(t, read.errors, (field) => t.find(`energy.open.${field}`) ?? field))
    const { year, sharePercent, normalSource } = read.value
    const [baseline, weather] = [readBaseline(read.value.baseline), readWeather(read.value.weather ?? '')]
    const [normal, point, most] = [parseReading(read.value.normalDegreeDays), parseEuro(read.value.pointEuro), parseEuro(read.value.mostEuro)]
    const errors: Record<string, string> = {}
    if (baseline.wrong.length > 0 || baseline.rows.length === 0) errors['baseline'] = t('energy.open.lines-wrong', { lines: t.format.list(baseline.wrong.map(String)) })
    if (weather.wrong.length > 0) errors['weather'] = t('energy.open.lines-wrong', { lines: t.format.list(weather.wrong.map(String)) })
    const strange = wrongYears(baseline.rows, year)
    if (errors['baseline'] === undefined && strange.length > 0) errors['baseline'] = t('energy.open.years-wrong', { years: t.format.list([...new Set(strange.map((row) => String(row.year)))]) })
    if (normal === undefined || normal <= 0) errors['normalDegreeDays'] = t('energy.open.number-wrong')
    if (point === undefined || point < 0 || point > mostCents) errors['pointEuro'] = t('energy.open.euro-wrong')
    if (most === undefined || most < 0 || most > mostCents) errors['mostEuro'] = t('energy.open.euro-wrong')
    if (Object.keys(errors).length > 0 || normal === undefined || point === undefined || most === undefined) return await form(ask, read.typed, errors)
    const startsOn = plainDateOf(year, 1, 1)
    const done = await ask.write(async (db) => {
      const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
      if (!worksFor(reach, school.id)) return 'not-yours'
      for (const row of weather.rows) if (((await findWeather(db, school.id, row.year))?.value ?? row.degreeDays) !== row.degreeDays) return row.year
      if ((await insertAccount(db, { schoolId: school.id, startsOn, reviewYears: 3, sharePercent, normalDegreeDays: normal, normalSource, pointCents: point, mostBonusCents: most })) === 0) return 'exists'
      for (const row of baseline.rows) await insertBaseline(db, school.id, startsOn, row)
      for (const row of weather.rows) await insertWeather(db, school.id, row.year, row.degreeDays, row.source)
      await audit(db, { action: 'account.open', subject: `school/${school.id}`, detail: { startsOn, years: baseline.rows.length } })
      return 'opened'
    })
    if (typeof done === 'number') return await form(ask, read.typed, { weather: t('energy.open.weather-known', { year: done }) })
    if (done === 'not-yours') return refuse(403, 'smart-school.energy.not-yours', t('energy.not-yours'))
    return done === 'exists' ? await form(ask, read.typed, { year: t('energy.open.exists') }) : seeOther(`/smart-school/school/${ask.params.slug}/fifty-fifty?year=${year}&done=opened`)
  }),
]

async function form(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const school = await ask.read((db) => getSchool(db, ask.params.slug))
  const base = `/smart-school/school/${school.slug}/fifty-fifty`
  const usual = { year: String(partsOf(localDate(ask.now)).year), sharePercent: '50', pointEuro: '10', mostEuro: '300', normalDegreeDays: String(normalDegreeDays), normalSource: t('energy.open.normal-usual') }
  return page(OpenAccountPage, { t, csrf: ask.csrf(), school, base, typed, errors, usual }, { frame: 'question', private: true, noindex: true, crumbs: schoolCrumbs(t('service.title'), school, t('energy.open.title')), ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}
