import type { Point } from '../../store/schema.ts'

/** What looks odd about a reading: a question, never a refusal, for the meter may have been exchanged. */
export type Doubt = { readonly kind: 'lower' | 'much'; readonly before: Point; readonly perDay?: number; readonly usualPerDay?: number }

const day = 86_400_000

/**
 * Compares a reading with the last two before it. `lower`: a counter does not fall unless it was exchanged or ran over. `much`: more than ten times as
 * much a day as between the last two readings.
 */
export function doubtOf(reading: Point, last: Point | undefined, oneBefore: Point | undefined): Doubt | undefined {
  if (!last) return undefined
  if (reading.value < last.value) return { kind: 'lower', before: last }
  if (!oneBefore || last.at <= oneBefore.at || reading.at <= last.at) return undefined
  const [perDay, usualPerDay] = [(reading.value - last.value) / days(last, reading), (last.value - oneBefore.value) / days(oneBefore, last)]
  return usualPerDay > 0 && perDay > 10 * usualPerDay ? { kind: 'much', before: last, perDay, usualPerDay } : undefined
}

const days = (from: Point, until: Point): number => Math.max((until.at.getTime() - from.at.getTime()) / day, 1 / 24)
