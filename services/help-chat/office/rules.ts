import { addDays, localDate, localTime, weekday, type PlainDate } from '@modellregion/standards'
import type { Agreement, AgreementState, Confidant, OfficeSettings, Training, Window } from './schema.ts'

/** What holds in a town that has not decided anything yet. */
export const defaultSettings: OfficeSettings = { officeName: null, appName: 'Notizen', exitUrl: '/', threshold: 2, promiseHours: 48, phone: null, room: null, externalOffices: null }

type Absence = Pick<Confidant, 'absentFrom' | 'absentUntil'>

/** Away on a day, first and last day included. */
export const isAbsent = ({ absentFrom, absentUntil }: Absence, day: PlainDate): boolean => absentFrom !== null && absentUntil !== null && absentFrom <= day && day <= absentUntil

/**
 * Takes new cases: still a confidant, has not stopped, is not away on this day. Times of presence do not matter here, because who writes at
 * night must reach somebody, too; for "is there right now" see `isPresent`.
 */
export const onDuty = (confidant: Absence & Pick<Confidant, 'state' | 'takesNew'>, now: Date): boolean => confidant.state === 'active' && confidant.takesNew && !isAbsent(confidant, localDate(now))

/** Within a time of presence at this moment, in the town's time. The end of a window does not belong to it. */
export function isPresent(confidant: Absence & Pick<Confidant, 'hours' | 'state'>, now: Date): boolean {
  if (confidant.state !== 'active' || isAbsent(confidant, localDate(now))) return false
  const { date, hour, minute } = localTime(now)
  const time = `${two(hour)}:${two(minute)}`
  return confidant.hours.some(({ day, from, until }) => day === weekday(date) && from <= time && time < until)
}

export type Standing = 'ended' | 'waiting' | 'no-keys' | 'absent' | 'paused' | 'present' | 'on-duty'

/** Where a confidant stands, the most important thing first. `hasRole`: the second person has agreed; `hasKeys`: somebody can write to them. */
export function standingOf(confidant: Confidant, now: Date, { hasRole, hasKeys }: { hasRole: boolean; hasKeys: boolean }): Standing {
  if (confidant.state === 'ended') return 'ended'
  if (!hasRole) return 'waiting'
  if (!hasKeys) return 'no-keys'
  if (isAbsent(confidant, localDate(now))) return 'absent'
  if (!confidant.takesNew) return 'paused'
  return isPresent(confidant, now) ? 'present' : 'on-duty'
}

/** Who answers instead of somebody who is away: the substitute, their substitute when they are away too, and so on. Undefined: nobody. */
export function substituteOf(confidant: Confidant, all: readonly Confidant[], now: Date): Confidant | undefined {
  const seen = new Set([confidant.id])
  let next = all.find(({ id }) => id === confidant.substituteId)
  while (next && !onDuty(next, now)) {
    if (seen.has(next.id)) return undefined
    seen.add(next.id)
    const { substituteId } = next
    next = all.find(({ id }) => id === substituteId)
  }
  return next && !seen.has(next.id) ? next : undefined
}

const two = (n: number): string => String(n).padStart(2, '0')

const window = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\s*(?:-|–|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?$/i

/** Times of one day as somebody types them: "9-12, 14.30 bis 16 Uhr". Undefined when it cannot be read, overlaps, or ends before it begins. Empty: none. */
export function readTimes(typed: string): { from: string; until: string }[] | undefined {
  const times: { from: string; until: string }[] = []
  for (const part of typed.split(/[,;]|\bund\b|\band\b/).map((piece) => piece.trim()).filter(Boolean)) {
    const [, fromHour, fromMinute = '00', untilHour, untilMinute = '00'] = window.exec(part) ?? []
    if (fromHour === undefined || untilHour === undefined) return undefined
    const [from, until] = [`${two(Number(fromHour))}:${fromMinute}`, `${two(Number(untilHour))}:${untilMinute}`]
    if (from >= until || until > '24:00' || fromMinute > '59' || untilMinute > '59') return undefined
    times.push({ from, until })
  }
  times.sort((a, b) => (a.from < b.from ? -1 : 1))
  return times.some(({ from }, at) => at > 0 && from < (times[at - 1]?.until ?? '')) ? undefined : times
}

/** The same back: "09:00–12:00, 14:30–16:00". `readTimes` reads it. */
export const writeTimes = (times: readonly { from: string; until: string }[]): string => times.map(({ from, until }) => `${from}–${until}`).join(', ')

/** Times of the week in short, days with the same times together: "Mo–Mi 09:00–12:00; Fr 10:00–11:00". `names` begin with Monday. */
export function hoursText(hours: readonly Window[], names: readonly string[]): string {
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((day) => writeTimes(hours.filter((entry) => entry.day === day).toSorted((a, b) => (a.from < b.from ? -1 : 1))))
  const spans: { from: number; to: number; times: string }[] = []
  for (const [at, times] of byDay.entries()) {
    const last = spans.at(-1)
    if (last && last.to === at - 1 && last.times === times) last.to = at
    else spans.push({ from: at, to: at, times })
  }
  return spans
    .filter(({ times }) => times !== '')
    .map(({ from, to, times }) => `${names[from] ?? ''}${from === to ? '' : `${to === from + 1 ? ', ' : '–'}${names[to] ?? ''}`} ${times}`)
    .join('; ')
}

export const germanDays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const

/** Holds only while both towns say so, each in its own row. */
export const inForce = (village: Pick<Agreement, 'side' | 'state'> | undefined, office: Pick<Agreement, 'side' | 'state'> | undefined): boolean =>
  village?.side === 'village' && village.state === 'agreed' && office?.side === 'office' && office.state === 'agreed'

/** What both rows of an agreement say together, seen from one side. Whoever has ended or refused it ends it for both. */
export function jointState(own: Pick<Agreement, 'state'>, other: Pick<Agreement, 'state'> | undefined): AgreementState {
  if (own.state === 'ended' || own.state === 'refused') return own.state
  if (other === undefined || other.state === 'ended') return 'ended'
  if (other.state === 'refused') return 'refused'
  return own.state === 'agreed' && other.state === 'agreed' ? 'agreed' : 'asked'
}

/** Training that is over, or ends within 60 days, is due again. What has no end is never due. */
export const trainingState = ({ validUntil }: Pick<Training, 'validUntil'>, today: PlainDate): 'valid' | 'due' | 'over' => {
  if (validUntil === null || validUntil > addDays(today, 60)) return 'valid'
  return validUntil < today ? 'over' : 'due'
}

/** Whether a threshold can be reached at all; with fewer holders no case can be opened without its readers. */
export const isThresholdReachable = (threshold: number, holders: number): boolean => threshold === 0 || holders >= threshold

export type AbsenceRefusal = { field: 'until' | 'substitute'; code: 'ends-before' | 'past' | 'long' | 'own-substitute' | 'substitute-absent' }
export const longestAbsenceDays = 366

/** Why an absence cannot be entered today. The substitute, when named, must be there at least on the first day. */
export function whyNotAbsent(absence: { from: PlainDate; until: PlainDate }, today: PlainDate, self: string, substitute: Pick<Confidant, 'id' | 'absentFrom' | 'absentUntil'> | undefined): AbsenceRefusal | undefined {
  if (absence.until < absence.from) return { field: 'until', code: 'ends-before' }
  if (absence.until < today) return { field: 'until', code: 'past' }
  if (absence.until > addDays(absence.from, longestAbsenceDays)) return { field: 'until', code: 'long' }
  if (substitute?.id === self) return { field: 'substitute', code: 'own-substitute' }
  return substitute && isAbsent(substitute, absence.from) ? { field: 'substitute', code: 'substitute-absent' } : undefined
}

/** Why settings cannot be kept; `before` is the threshold until now, which may stay although holders have left. */
export function whyNotSettings({ threshold, exitUrl }: Pick<OfficeSettings, 'threshold' | 'exitUrl'>, holders: number, before: number): { field: 'threshold'; code: 'threshold-one' | 'threshold-unreachable' } | { field: 'exitUrl'; code: 'exit-url' } | undefined {
  if (threshold === 1) return { field: 'threshold', code: 'threshold-one' }
  if (threshold !== before && !isThresholdReachable(threshold, holders)) return { field: 'threshold', code: 'threshold-unreachable' }
  return /^\/(?![/\\])\S*$/.test(exitUrl) || (/^https:\/\/[^\s/]+\.[^\s]+$/.test(exitUrl) && URL.canParse(exitUrl)) ? undefined : { field: 'exitUrl', code: 'exit-url' }
}
