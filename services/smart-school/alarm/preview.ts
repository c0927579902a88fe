import type { UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { listSafetySettings } from '../safety/queries.ts'
import { readPoints } from '../store/queries.ts'
import { clocksOf, freeDaysOf } from './evaluate.ts'
import { listForecasts } from './queries/rule.ts'
import { listExtremes, listGaps, listWatched } from './queries/watch.ts'
import { isNearEmpty } from './rules/battery.ts'
import { episodes, held, isBeyond, type Episode } from './rules/hysteresis.ts'
import { ruleFor } from './rules/ready.ts'
import { isQuietDay, patience } from './rules/silence.ts'
import { everyMinutes, gapOf, isThreshold, openingOfChannel } from './rules/watch.ts'
import type { Channel, Rule } from './schema.ts'
import { quantityOf } from '../quantity/quantity.ts'

export type Found = { readonly place: string; readonly since: Date; readonly until: Date | null; readonly worst: number | null }
/** What a rule would have done. `looked`: channels it was computed for, when there were too many. */
export type Preview = { readonly days: number; readonly alarms: number; readonly channels: number; readonly touched: number; readonly looked: number; readonly found: readonly Found[] }

const days = 30
const most = 80
const shown = 12

/**
 * What a rule would have raised in the last 30 days, from history: the same rules as each minute, so the number is no estimate. Only channels whose
 * extremes touched the limit are read; of more than 80 the first 80, and the preview says so.
 */
export async function previewRule(db: UnitOfWork, rule: Rule, now: Date): Promise<Preview> {
  const from = new Date(now.getTime() - days * 86_400_000)
  const watched = (await listWatched(db, rule.schoolId ?? undefined)).filter((row) => ruleFor([rule], { ...row, opening: openingOfChannel(row) }) !== undefined)
  if (isThreshold(rule)) return await previewThreshold(db, rule, watched, from, now)
  return rule.condition.type === 'silence' ? await previewSilence(db, rule, watched, from, now) : await previewBattery(db, rule, watched)
}

async function previewThreshold(db: UnitOfWork, rule: Rule, watched: readonly Channel[], from: Date, now: Date): Promise<Preview> {
  if (!isThreshold(rule)) return empty(watched.length)
  const { condition } = rule
  const clocks = clocksOf(await listSafetySettings(db), await freeDaysOf(db, days))
  const extremes = new Map((await listExtremes(db, from, now, rule.schoolId ?? undefined, watched.map(({ seriesId }) => seriesId))).map((row) => [row.seriesId, row]))
  const touched = watched.filter(({ seriesId, audience }) => {
    const extreme = extremes.get(seriesId)
    return extreme !== undefined && (audience !== 'sealed' || rule.severity === 'urgent') && isBeyond(condition, condition.direction === 'above' ? extreme.max : extreme.min)
  })
  const found: Found[] = []
  for (const row of touched.slice(0, most)) {
    const gapMinutes = gapOf(row)
    const points = await readPoints(db, row.seriesId, from, now)
    const isState = row.quantity !== null && quantityOf(row.quantity).kind === 'state'
    const own: Episode[] = episodes(isState ? held(points, now, 5, gapMinutes) : points, condition, { gapMinutes, counts: clocks(condition.when, row.schoolId) })
    for (const { since, until, worst } of own) found.push({ place: row.place, since, until, worst: isState || row.audience === 'sealed' ? null : worst })
  }
  return { days, alarms: found.length, channels: watched.length, touched: touched.length, looked: Math.min(most, touched.length), found: latest(found) }
}

async function previewSilence(db: UnitOfWork, rule: Rule, watched: readonly Channel[], from: Date, now: Date): Promise<Preview> {
  if (rule.condition.type !== 'silence') return empty(watched.length)
  const { condition } = rule
  const rows = new Map(watched.map((row) => [row.seriesId, row]))
  const gaps = await listGaps(db, [...rows.keys()], from, now, condition.leastMinutes)
  // One alarm for one device: its channels fall silent together.
  const found = new Map<string, Found>()
  const touched = new Set<number>()
  for (const { seriesId, since, until } of gaps) {
    const row = rows.get(seriesId)
    const every = row ? everyMinutes(row) : null
    if (!row || every === null) continue
    if (((until ?? now).getTime() - since.getTime()) / 60_000 <= patience(condition, every, isQuietDay(until ?? now))) continue
    touched.add(seriesId)
    found.set(`${row.devEui ?? seriesId} ${Math.round(since.getTime() / 600_000)}`, { place: row.place, since, until, worst: null })
  }
  return { days, alarms: found.size, channels: watched.length, touched: touched.size, looked: touched.size, found: latest([...found.values()]) }
}

async function previewBattery(db: UnitOfWork, rule: Rule, watched: readonly Channel[]): Promise<Preview> {
  if (rule.condition.type !== 'battery') return empty(watched.length)
  const { weeks } = rule.condition
  const batteries = watched.filter(({ quantity }) => quantity === 'battery' || quantity === 'batteryPercent')
  const own = new Set(batteries.map(({ seriesId }) => seriesId))
  const near = (await listForecasts(db)).filter((forecast) => own.has(forecast.seriesId) && isNearEmpty(forecast, localDate(db.now), weeks))
  return { days, alarms: near.length, channels: batteries.length, touched: near.length, looked: near.length, found: [] }
}

const empty = (channels: number): Preview => ({ days, alarms: 0, channels, touched: 0, looked: 0, found: [] })
const latest = (found: readonly Found[]): Found[] => [...found].sort((a, b) => b.since.getTime() - a.since.getTime()).slice(0, shown)
