import type { Comparison, Evaluation, Experiment, Group, Place, PublishedResult, SlotValue } from '../schema.ts'
import { seedOf } from './letters.ts'
import { chanceOf, meanOf, medianOf, quantileOf, type Chance } from './statistics.ts'

/** What of a slot is compared: its value, or the share above the band. */
export const comparedOf = (comparison: Comparison, { value, above }: SlotValue): number | null => (comparison === 'above' ? above : value)

const measureOf = (comparison: Comparison): ((values: readonly number[]) => number | undefined) => (comparison === 'median' ? medianOf : meanOf)

/** What each place says: the compared value, the middle half of the values (spread), and how many there are. */
export function evaluate(comparison: Comparison, places: readonly Place[]): Evaluation[] {
  return places.map(({ letter, values }) => {
    const known = values.flatMap((one) => comparedOf(comparison, one) ?? [])
    return { letter, count: known.length, value: measureOf(comparison)(known) ?? null, low: quantileOf(known, 0.25) ?? null, high: quantileOf(known, 0.75) ?? null }
  })
}

/**
 * Could the largest difference between the places be chance? Compared are daily values, because lessons of one day resemble each other. The
 * experiment's own number is the seed, so everybody reads the same answer.
 */
export function couldBeChance(id: string, comparison: Comparison, places: readonly Place[]): Chance | undefined {
  const samples = places.flatMap((one, place) => dailyOf(comparison, one).flatMap(({ day, value }) => (value === null ? [] : [{ place, day, value }])))
  return chanceOf(samples, places.length, measureOf(comparison), seedOf(id))
}

/** Plain reading of the test. `few`: so few days that not even the clearest difference could be told from chance (1 of 20 is not reachable). */
export type Verdict = 'none' | 'few' | 'unlikely' | 'possible'
export function verdictOf(chance: Chance | undefined): Verdict {
  if (!chance) return 'none'
  if (chance.least > 0.05) return 'few'
  return chance.share <= 0.05 ? 'unlikely' : 'possible'
}

/** One mean of each day for a chart; null where nothing was measured. */
export function dailyOf(comparison: Comparison, place: Place): { day: string; value: number | null }[] {
  const days = new Map<string, number[]>()
  for (const one of place.values) {
    const value = comparedOf(comparison, one)
    const list = days.get(one.slot.day) ?? []
    if (value !== null) list.push(value)
    days.set(one.slot.day, list)
  }
  return [...days].map(([day, values]) => ({ day, value: meanOf(values) ?? null }))
}

/** What may be published of an experiment: per place one number with its spread, never single lessons, never the name of a room. */
export function publishedOf(experiment: Experiment, groups: readonly Group[], places: readonly Place[]): PublishedResult {
  const { title, question, hypothesis, conclusion, comparison, band, times, from, until } = experiment
  const [quantity = 'co2'] = experiment.quantities
  return {
    title,
    question,
    hypothesis: hypothesis || (groups.find((group) => group.hypothesis !== '')?.hypothesis ?? ''),
    conclusion,
    quantity,
    comparison,
    band,
    times,
    from,
    until,
    places: evaluate(comparison, places),
    chance: couldBeChance(experiment.id, comparison, places)?.share ?? null,
  }
}
