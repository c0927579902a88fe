import type { JobRun, UnitOfWork } from '@modellregion/kernel'
import { addDays, dayBounds, localDate } from '@modellregion/standards'
import { listSafetySettings } from '../safety/queries.ts'
import { listSchools } from '../store/queries.ts'
import type { School } from '../store/schema.ts'
import { isOn } from './evaluate.ts'
import { originOf, voiceOf } from './letters.ts'
import { readStaff } from './dispatch.ts'
import { readHolders } from './people.ts'
import { countByPerson, countByRule, listPreferences } from './queries/notice.ts'
import { listChangedRules, listMutes, listRuns, type Mute } from './queries/rule.ts'
import { listExtremes, listWatched } from './queries/watch.ts'
import { reportRules, standstills, type RuleReport } from './rules/nearest.ts'
import { rulesByKey } from './rules/ready.ts'
import { subjectOf } from './rules/watch.ts'
import type { Load, Loudness } from './schema.ts'

export type Report = {
  readonly from: Date
  readonly until: Date
  readonly rules: readonly RuleReport[]
  readonly runs: number
  readonly slowestMs: number
  readonly standstills: readonly { from: Date; until: Date; runs: number }[]
  readonly mutes: readonly Mute[]
  readonly loud: readonly Loudness[]
  readonly people: readonly Load[]
}

/** Why there was no alarm in the seven days before today, for one school. */
export async function readReport(db: UnitOfWork, school: Pick<School, 'id'>): Promise<Report> {
  const today = localDate(db.now)
  const [from, until] = [dayBounds(addDays(today, -7)).start, dayBounds(today).start]
  const channels = await listWatched(db, school.id)
  const extremes = await listExtremes(db, from, until, school.id)
  const settings = await listSafetySettings(db)
  const mutes = (await listMutes(db)).filter(({ schoolId }) => schoolId === school.id)
  const muted = new Set(mutes.map(({ subject }) => subject))
  const loud = await countByRule(db, from, school.id)
  const runs = await listRuns(db, from, until)
  return {
    from,
    until,
    rules: reportRules(rulesByKey(await listChangedRules(db)), channels, extremes, {
      days: 7,
      isOn: (rule, schoolId) => isOn(rule, settings, schoolId),
      isMuted: (key, seriesId) => muted.has(subjectOf(key, seriesId)),
      alarms: new Map(loud.flatMap(({ ruleKey, alarms }) => (ruleKey === null ? [] : [[ruleKey, alarms] as const]))),
    }),
    runs: runs.reduce((sum, hour) => sum + hour.runs, 0),
    slowestMs: Math.max(0, ...runs.map(({ slowestMs }) => slowestMs)),
    standstills: standstills(runs, from, until),
    mutes,
    loud,
    people: await countByPerson(db, from),
  }
}

/** Counts of a report for a mail: what was watched, and what was not. */
export const sumOf = ({ rules }: Pick<Report, 'rules'>): { watched: number; silent: number; off: number; muted: number; values: number; touched: number; alarms: number } => {
  const all = rules.flatMap(({ channels }) => channels)
  const count = (state: string): number => all.filter((entry) => entry.state === state).length
  return {
    watched: count('watched'),
    silent: new Set(all.filter(({ state }) => state === 'silent').map(({ channel }) => channel.seriesId)).size,
    off: count('off'),
    muted: count('muted'),
    values: all.reduce((sum, { values }) => sum + values, 0),
    touched: all.filter(({ touched, state }) => touched && state === 'watched').length,
    alarms: rules.reduce((sum, { alarms }) => sum + alarms, 0),
  }
}

/** Sends the weekly report to everybody who is told of alarms: caretakers about their schools, technicians about all. One mail for each person. */
export async function sendReports({ platform, tenant, now, read, write }: Pick<JobRun<unknown>, 'platform' | 'tenant' | 'read' | 'write' | 'now'>): Promise<void> {
  const t = voiceOf(tenant)
  const origin = originOf(platform, tenant)
  const schools = await read((db) => listSchools(db))
  const lines = new Map<number, string>()
  for (const school of schools) {
    const report = await read((db) => readReport(db, school))
    lines.set(school.id, t('alarm.report.mail-line', { school: school.name, ...sumOf(report), standstills: report.standstills.length, link: `${origin}/smart-school/school/${school.slug}/alarms/report` }))
  }
  const holders = await readHolders({ platform, tenant, now })
  await write(async (db) => {
    const staff = await readStaff(db, holders)
    const wishes = new Map((await listPreferences(db)).map(({ accountId, mail }) => [accountId, mail]))
    const seen = new Set<string>()
    for (const account of [...staff.technicians, ...staff.caretakers]) {
      if (seen.has(account.id) || account.email === null || wishes.get(account.id) === false) continue
      seen.add(account.id)
      const all = staff.technicians.some(({ id }) => id === account.id)
      const own = schools.filter(({ id }) => all || staff.members.some(({ schoolId, accountId }) => schoolId === id && accountId === account.id))
      if (own.length === 0) continue
      await platform.mailer.send(db, { to: account.email, subject: t('alarm.report.mail-subject'), text: t('alarm.report.mail-text', { lines: own.map(({ id }) => lines.get(id) ?? '').join('\n\n') }) })
    }
  })
}
