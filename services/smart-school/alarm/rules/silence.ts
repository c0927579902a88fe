import { isSchoolDay, localDate } from '@modellregion/standards'
import type { SilenceCondition } from '../schema.ts'

export type Speaking = {
  readonly seriesId: number
  readonly schoolId: number | null
  /** The device behind it; null for meters read by hand and foreign sources. */
  readonly devEui: string | null
  readonly lastTime: Date | null
  /** When it began to hang where it hangs: nobody is silent before. */
  readonly since: Date | null
  /** Interval in which it should speak, minutes; null: not known, so nobody can say that it is silent. */
  readonly everyMinutes: number | null
}

/** When a morning begins for those who look after a building. */
const morning = 7 * 3_600_000
/** Whether a moment belongs to a day without lessons. A night belongs to the day before: what is quiet on Sunday is not missed at midnight. */
export const isQuietDay = (at: Date): boolean => !isSchoolDay(localDate(new Date(at.getTime() - morning)))

/** After how many minutes a channel counts as silent. */
export const patience = ({ factor, leastMinutes, holidayFactor }: SilenceCondition, everyMinutes: number, isHoliday: boolean): number =>
  Math.max(leastMinutes, factor * everyMinutes) * (isHoliday ? Math.max(1, holidayFactor) : 1)

/** Minutes by which a channel is silent beyond patience; undefined while it speaks. A channel that never spoke counts from its mounting. */
export function silentFor(condition: SilenceCondition, { lastTime, since, everyMinutes }: Speaking, now: Date, isHoliday: boolean): number | undefined {
  const from = lastTime && since ? Math.max(lastTime.getTime(), since.getTime()) : (lastTime ?? since)?.valueOf()
  if (everyMinutes === null || from === undefined) return undefined
  const minutes = (now.getTime() - from) / 60_000
  return minutes > patience(condition, everyMinutes, isHoliday) ? Math.floor(minutes) : undefined
}

/**
 * The mean interval of what is no device of ours, minutes; null with fewer than ten values, because two readings of a meter are no rhythm.
 */
export const rhythm = ({ firstTime, lastTime, count }: { firstTime: Date; lastTime: Date; count: number }): number | null =>
  count < 10 ? null : (lastTime.getTime() - firstTime.getTime()) / 60_000 / (count - 1)

export type SilentGroup = { readonly what: 'school' | 'device' | 'channel'; readonly subject: string; readonly schoolId: number; readonly series: readonly Speaking[] }

/**
 * One alarm for one cause: when half of a school's devices (and at least three) are silent, its gateway or line is; when all channels of a device are,
 * the device is; else the channel is, although its device speaks.
 */
export function groupSilent(all: readonly Speaking[], silent: ReadonlySet<number>): SilentGroup[] {
  const groups: SilentGroup[] = []
  for (const [schoolId, ofSchool] of by(all, ({ schoolId: id }) => id)) {
    const quiet = ofSchool.filter(({ seriesId }) => silent.has(seriesId))
    if (schoolId === null || quiet.length === 0) continue
    const devices = by(ofSchool.filter(({ devEui }) => devEui !== null), ({ devEui }) => devEui)
    const dead = [...devices].filter(([, series]) => series.every(({ seriesId }) => silent.has(seriesId)))
    if (dead.length >= 3 && dead.length * 2 >= devices.size) groups.push({ what: 'school', subject: `school:${schoolId}`, schoolId, series: dead.flatMap(([, series]) => series) })
    else for (const [devEui, series] of dead) groups.push({ what: series.length > 1 ? 'device' : 'channel', subject: series.length > 1 ? `device:${devEui}` : `series:${series[0]?.seriesId}`, schoolId, series })
    const told = new Set(dead.flatMap(([, series]) => series.map(({ seriesId }) => seriesId)))
    for (const series of quiet) if (!told.has(series.seriesId)) groups.push({ what: 'channel', subject: `series:${series.seriesId}`, schoolId, series: [series] })
  }
  return groups
}

function by<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const known = groups.get(key(item))
    if (known) known.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
