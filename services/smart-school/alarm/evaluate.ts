import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { quantityOf } from '../quantity/quantity.ts'
import { listSafetySettings } from '../safety/queries.ts'
import { settingOf } from '../safety/rules/opening.ts'
import type { SafetySetting } from '../safety/schema.ts'
import { listFreeDaysOfTown } from '../water/queries/days.ts'
import { listOpenAlarms } from './queries/alarm.ts'
import { listChangedRules, listMutes } from './queries/rule.ts'
import { listRecent, listWatched, type SeriesPoint } from './queries/watch.ts'
import { countsAt } from './rules/hours.ts'
import { held, runningEpisode } from './rules/hysteresis.ts'
import { aboutPeople, ruleFor, rulesByKey } from './rules/ready.ts'
import { groupSilent, isQuietDay, silentFor } from './rules/silence.ts'
import { gapOf, isSuspect, isThreshold, openingOfChannel, speakingOf, subjectOf, windowStart } from './rules/watch.ts'
import type { Alarm, AlarmKind, Channel, NewAlarm, Rule, SilenceCondition, ThresholdCondition } from './schema.ts'

/** What an evaluation found. Writing it down twice changes nothing. */
export type Findings = { readonly raise: readonly (NewAlarm & { ruleKey: string })[]; readonly clear: readonly { kind: AlarmKind; subject: string }[]; readonly channels: number }

type Candidate = { readonly row: Channel; readonly rule: Rule & { condition: ThresholdCondition }; readonly subject: string; readonly open: Alarm | undefined; readonly counts: (at: Date) => boolean }

/**
 * Asks all rules about all channels of the town, from the tables alone: nothing is remembered between two runs, so a restart loses nothing. The last
 * values decide which channels need a look into history; that is one more query for all of them. Writes nothing.
 */
export async function evaluateTown(db: UnitOfWork, only?: ReadonlySet<AlarmKind>): Promise<Findings> {
  const watched = await listWatched(db)
  const changed = await listChangedRules(db)
  const open = new Map((await listOpenAlarms(db)).filter(({ ruleKey }) => ruleKey !== null).map((alarm) => [`${alarm.kind} ${alarm.subject}`, alarm]))
  const muted = new Set((await listMutes(db)).map(({ kind, subject }) => `${kind} ${subject}`))
  const settings = await listSafetySettings(db)
  const rules = rulesByKey(changed)
  const clocks = clocksOf(settings, await freeDaysOf(db, lookBackDays))

  const candidates: Candidate[] = []
  const clear: { kind: AlarmKind; subject: string }[] = []
  const judged = new Set<string>()
  for (const [key, list] of rules) {
    const [first] = list
    if (!first || !isThreshold(first) || (only && !only.has(first.kind))) continue
    for (const row of watched) {
      if (row.quantity !== first.quantity) continue
      const rule = ruleFor(list, { ...row, opening: openingOfChannel(row) })
      if (!rule || !isThreshold(rule) || !isOn(rule, settings, row.schoolId)) continue
      // In a sealed room only what does harm is looked at: anything else would tell by its alarms who was there.
      if (row.audience === 'sealed' && rule.severity !== 'urgent') continue
      const subject = subjectOf(key, row.seriesId)
      const known = open.get(`${rule.kind} ${subject}`)
      judged.add(`${rule.kind} ${subject}`)
      const counts = clocks(rule.condition.when, row.schoolId)
      if (known || (!muted.has(`${rule.kind} ${subject}`) && isSuspect(rule.condition, row, db.now) && counts(db.now))) candidates.push({ row, rule, subject, open: known, counts })
    }
  }
  const raise = await judge(db, candidates, clear)
  if (!only) {
    const silence = silenceOf(db.now, watched, rules.get('silent') ?? [], open, muted)
    raise.push(...silence.raise)
    clear.push(...silence.clear)
    for (const { kind, subject } of silence.stay) judged.add(`${kind} ${subject}`)
    // Whatever no rule looks at any more (switched off, moved, retired) is no longer open.
    for (const [name, alarm] of open) if (!judged.has(name) && alarm.kind !== 'battery' && alarm.kind !== 'silent') clear.push(alarm)
  }
  return { raise, clear, channels: watched.length }
}

async function judge(db: UnitOfWork, candidates: readonly Candidate[], clear: { kind: AlarmKind; subject: string }[]): Promise<(NewAlarm & { ruleKey: string })[]> {
  if (candidates.length === 0) return []
  const wanted = new Map<number, Date>()
  for (const { row, rule } of candidates) {
    const from = windowStart(rule.condition, gapOf(row), db.now)
    const known = wanted.get(row.seriesId)
    wanted.set(row.seriesId, known && known < from ? known : from)
  }
  const points = Map.groupBy(await listRecent(db, [...wanted].map(([seriesId, from]) => ({ seriesId, from }))), ({ seriesId }: SeriesPoint) => seriesId)
  const raise: (NewAlarm & { ruleKey: string })[] = []
  for (const { row, rule, subject, open, counts } of candidates) {
    const gapMinutes = gapOf(row)
    const from = windowStart(rule.condition, gapMinutes, db.now)
    const own = held(points.get(row.seriesId) ?? [], db.now, 5, gapMinutes).filter(({ at }) => at >= from)
    if (own.length === 0) continue // nothing is known: an open alarm stays, a new one is not raised
    const running = runningEpisode(own, rule.condition, { gapMinutes, counts, wasOn: open !== undefined })
    if (running && !open) raise.push(alarmOf(row, rule, subject, running.since, running.worst))
    if (!running && open) clear.push(open)
  }
  return raise
}

function alarmOf(row: Channel, rule: Rule & { condition: ThresholdCondition }, subject: string, since: Date, worst: number): NewAlarm & { ruleKey: string } {
  const { quantity } = row
  const symbol = quantity === null ? undefined : quantityOf(quantity).unit?.symbol
  return {
    kind: rule.kind,
    subject,
    ruleKey: rule.key,
    schoolId: row.schoolId,
    thingId: row.thingId,
    seriesId: row.seriesId,
    severity: rule.severity,
    facts: {
      place: row.place,
      ...(row.device !== null && { device: row.device }),
      ...(quantity !== null && { quantity }),
      ...(row.audience !== 'sealed' && { value: Math.round(worst * 10) / 10 }),
      limit: rule.condition.on,
      ...(symbol && { unit: symbol }),
      since: since.toISOString(),
      minutes: rule.condition.onMinutes,
    },
  }
}

function silenceOf(now: Date, watched: readonly Channel[], rules: readonly Rule[], open: ReadonlyMap<string, Alarm>, muted: ReadonlySet<string>) {
  const isHoliday = isQuietDay(now)
  const minutes = new Map<number, number>()
  const ofSeries = new Map(watched.map((row) => [row.seriesId, row]))
  const asked: Channel[] = []
  let severity: Rule['severity'] = 'warn'
  for (const row of watched) {
    const rule = ruleFor(rules, { ...row, opening: null })
    if (!rule?.enabled || rule.condition.type !== 'silence') continue
    severity = rule.severity
    asked.push(row)
    const silent = silentFor(rule.condition satisfies SilenceCondition, speakingOf(row), now, isHoliday)
    if (silent !== undefined && !muted.has(`silent series:${row.seriesId}`)) minutes.set(row.seriesId, silent)
  }
  const groups = groupSilent(asked.map(speakingOf), new Set(minutes.keys())).filter(({ subject }) => !muted.has(`silent ${subject}`))
  const stay = groups.map(({ subject }) => ({ kind: 'silent' as const, subject }))
  const still = new Set(stay.map(({ kind, subject }) => `${kind} ${subject}`))
  const raise = groups
    .filter(({ subject }) => !open.has(`silent ${subject}`))
    .map(({ what, subject, schoolId, series }): NewAlarm & { ruleKey: string } => {
      const row = ofSeries.get(series[0]?.seriesId ?? -1)
      const last = series.map(({ lastTime, since }) => lastTime ?? since).filter((at) => at !== null).sort((a, b) => b.getTime() - a.getTime())[0]
      return {
        kind: 'silent',
        subject,
        ruleKey: 'silent',
        schoolId,
        ...(what !== 'school' && row && { thingId: row.thingId }),
        ...(what === 'channel' && row && { seriesId: row.seriesId }),
        severity: what === 'school' ? 'urgent' : severity,
        facts: {
          what,
          ...(what !== 'school' && row && { place: row.place, ...(row.device !== null && { device: row.device }) }),
          ...(what === 'channel' && row?.quantity && { quantity: row.quantity }),
          ...(last && { since: last.toISOString() }),
          count: what === 'school' ? new Set(series.map(({ devEui }) => devEui)).size : series.length,
        },
      }
    })
  const clear = [...open.values()].filter(({ kind, subject }) => kind === 'silent' && !still.has(`${kind} ${subject}`))
  return { raise, clear, stay }
}

/** Whether a rule is in force: of rules that tell about people the school's switch decides. */
export const isOn = (rule: Rule, settings: readonly SafetySetting[], schoolId: number): boolean => (aboutPeople.has(rule.key) ? settingOf(settings, schoolId).presence : rule.enabled)

/** One memory of hours for each school and kind of time. */
const none: ReadonlySet<string> = new Set()
// No rule waits for longer than two weeks (`minutes` in schema.ts).
const lookBackDays = 15

/** The own free days of all schools in so many days before today and today. */
export async function freeDaysOf(db: UnitOfWork, days: number): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const today = localDate(db.now)
  const rows = await listFreeDaysOfTown(db, addDays(today, -days), today)
  return new Map([...Map.groupBy(rows, ({ schoolId }) => schoolId)].map(([schoolId, own]) => [schoolId, new Set<string>(own.map(({ day }) => day))]))
}

export function clocksOf(settings: readonly SafetySetting[], free: ReadonlyMap<number, ReadonlySet<string>>): (when: ThresholdCondition['when'], schoolId: number) => (at: Date) => boolean {
  const known = new Map<string, (at: Date) => boolean>()
  return (when, schoolId) => {
    const name = `${when} ${schoolId}`
    const clock = known.get(name) ?? countsAt(when, { ...settingOf(settings, schoolId), free: free.get(schoolId) ?? none })
    known.set(name, clock)
    return clock
  }
}
