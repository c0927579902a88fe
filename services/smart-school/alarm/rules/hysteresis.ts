import type { Point } from '../../store/schema.ts'
import type { ThresholdCondition } from '../schema.ts'

/** A time in which a condition held. `since`: first value beyond the limit; `raisedAt`: when it had lasted long enough; `until`: null while it lasts. */
export type Episode = { readonly since: Date; readonly raisedAt: Date; readonly until: Date | null; readonly worst: number }

export type Watching = {
  /** Between two values further apart than this nobody knows what was; a limit must be exceeded anew after it. */
  readonly gapMinutes: number
  /** Whether the rule counts at a moment; values at other times are as good as safe ones. */
  readonly counts?: (at: Date) => boolean
  /** An alarm was open when the values begin. */
  readonly wasOn?: boolean
}

const minute = 60_000

/** Whether a value alone is beyond the limit. */
export const isBeyond = ({ direction, on }: ThresholdCondition, value: number): boolean => (direction === 'above' ? value > on : value < on)
/** Whether a value alone is on the safe side again. */
export const isSafe = ({ direction, off }: ThresholdCondition, value: number): boolean => (direction === 'above' ? value <= off : value >= off)
/** How far a value is from the limit, in the quantity's unit; negative beyond it. */
export const distanceTo = ({ direction, on }: ThresholdCondition, value: number): number => (direction === 'above' ? on - value : value - on)

/**
 * When the condition held, from the values alone: their order does not matter, and of two at one moment the worse counts. Between the limits nothing
 * changes, so a value that trembles around one of them raises one alarm and clears it once (Schmitt, 1938: a trigger with two thresholds).
 */
export function episodes(points: readonly Point[], condition: ThresholdCondition, { gapMinutes, counts = () => true, wasOn = false }: Watching): Episode[] {
  const found: Episode[] = []
  const begins = inOrder(points, condition)
  let open: { since: number; raisedAt: number; worst: number } | undefined
  let beyondSince: number | undefined
  let worst = 0
  let safeSince: number | undefined
  let before: number | undefined
  const [first] = begins
  if (wasOn && first) open = { since: first.at, raisedAt: first.at, worst: first.value }
  for (const { at, value } of begins) {
    if (before !== undefined && at - before > gapMinutes * minute) beyondSince = safeSince = undefined
    before = at
    const counted = counts(new Date(at))
    if (counted && isBeyond(condition, value)) {
      if (beyondSince === undefined) worst = value
      beyondSince ??= at
      worst = worse(condition, worst, value)
    } else beyondSince = undefined
    safeSince = !counted || isSafe(condition, value) ? (safeSince ?? at) : undefined

    if (open) {
      if (counted) open.worst = worse(condition, open.worst, value)
      if (safeSince === undefined || at - safeSince < condition.offMinutes * minute) continue
      found.push(episode(open, at))
      open = beyondSince = undefined
    } else if (beyondSince !== undefined && at - beyondSince >= condition.onMinutes * minute) open = { since: beyondSince, raisedAt: at, worst }
  }
  return open ? [...found, episode(open, null)] : found
}

/** What holds now: the running episode, or nothing. */
export const runningEpisode = (points: readonly Point[], condition: ThresholdCondition, watching: Watching): Episode | undefined => {
  const last = episodes(points, condition, watching).at(-1)
  return last?.until === null ? last : undefined
}

/**
 * Values held until the next one, at most for the gap, as points every few minutes: a door that was left open at noon is still open in the evening,
 * although its contact said nothing since.
 */
export function held(points: readonly Point[], until: Date, stepMinutes: number, gapMinutes: number): Point[] {
  const sorted = [...points].sort((a, b) => a.at.getTime() - b.at.getTime())
  const step = stepMinutes * minute
  return sorted.flatMap((point, index) => {
    const at = point.at.getTime()
    const next = sorted[index + 1]?.at.getTime()
    const end = Math.min(next ?? until.getTime() + 1, at + gapMinutes * minute + 1)
    const filled: Point[] = [point]
    for (let moment = at + step; moment < end; moment += step) filled.push({ at: new Date(moment), value: point.value })
    const lastFilled = filled.at(-1)?.at.getTime() ?? at
    if (next === undefined && until.getTime() < end && lastFilled < until.getTime()) filled.push({ at: until, value: point.value })
    return filled
  })
}

function inOrder(points: readonly Point[], condition: ThresholdCondition): { at: number; value: number }[] {
  const worstAt = new Map<number, number>()
  for (const { at, value } of points) {
    const known = worstAt.get(at.getTime())
    worstAt.set(at.getTime(), known === undefined ? value : worse(condition, known, value))
  }
  return [...worstAt].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at)
}

const worse = ({ direction }: ThresholdCondition, a: number, b: number): number => (direction === 'above' ? Math.max(a, b) : Math.min(a, b))
const episode = ({ since, raisedAt, worst }: { since: number; raisedAt: number; worst: number }, until: number | null): Episode => ({
  since: new Date(since),
  raisedAt: new Date(raisedAt),
  until: until === null ? null : new Date(until),
  worst,
})
