import { numbersFrom } from './letters.ts'

/** Mean; undefined of nothing. */
export const meanOf = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length)

/** The value at a share of the sorted values, 0 to 1, between two of them by a straight line (Hyndman and Fan 1996, type 7); undefined of nothing. */
export function quantileOf(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at))
}

export const medianOf = (values: readonly number[]): number | undefined => quantileOf(values, 0.5)

/** A value of one place on one day. */
export type Sample = { readonly place: number; readonly day: string; readonly value: number }

export type Chance = {
  /** Share of the arrangements whose difference is at least as large as the measured one, 0 to 1. */
  readonly share: number
  /** How many arrangements were looked at. */
  readonly tried: number
  /** All that exist, or some drawn by lot. */
  readonly all: boolean
  /** Days on which at least two places were measured. */
  readonly days: number
  /** The smallest share that so few days can give: with two places and four days never below 1 of 8. */
  readonly least: number
}

const enough = 2_000

/**
 * Could the difference be chance? On each day the names of the places are exchanged, and the largest difference between places is compared with the
 * measured one (permutation test, blocks are days: values of one day resemble each other, so single lessons must not be mixed). All arrangements are
 * tried when there are at most 2,000, else 2,000 by lot from the seed. Undefined when there is nothing to exchange.
 * Source: Good, Permutation, Parametric and Bootstrap Tests of Hypotheses (2005), ch. 5, block designs.
 */
export function chanceOf(samples: readonly Sample[], places: number, measure: (values: readonly number[]) => number | undefined, seed: number): Chance | undefined {
  const days = daysOf(samples)
  const blocks = days.filter((block) => block.length > 1)
  if (places < 2 || blocks.length === 0) return undefined
  const measured = spread(samples, places, measure)
  if (measured === undefined) return undefined
  const arrangements = blocks.reduce((product, block) => (product > enough ? product : product * factorial(block.length)), 1)
  // Exchanging all names on all days alike changes no difference, so so many arrangements are the measured one again.
  const alike = Math.max(...blocks.map((block) => factorial(block.length)))
  const fixed = days.filter((block) => block.length === 1).flatMap(([one]) => (one ? one.values.map((value) => ({ place: one.place, day: '', value })) : []))
  const all = arrangements <= enough
  const next = numbersFrom(seed)
  const tries = all ? arrangements : enough
  let asLarge = all ? 0 : 1 // the measured arrangement counts among those drawn by lot
  for (let at = 0; at < tries; at++) {
    let rest = at
    const arranged = blocks.flatMap((block) => {
      const count = factorial(block.length)
      const which = all ? rest % count : next() % count
      rest = Math.floor(rest / count)
      const order = permutation(block.map(({ place }) => place), which)
      return block.flatMap(({ values }, index) => values.map((value) => ({ place: order[index] ?? 0, day: '', value })))
    })
    if ((spread([...fixed, ...arranged], places, measure) ?? 0) >= measured - 1e-9) asLarge++
  }
  const tried = all ? tries : tries + 1
  return { share: asLarge / tried, tried, all, days: blocks.length, least: Math.min(1, alike / arrangements) }
}

/** The largest difference between places. */
function spread(samples: readonly Sample[], places: number, measure: (values: readonly number[]) => number | undefined): number | undefined {
  const groups: number[][] = Array.from({ length: places }, () => [])
  for (const { place, value } of samples) groups[place]?.push(value)
  const measures = groups.flatMap((values) => measure(values) ?? [])
  return measures.length < 2 ? undefined : Math.max(...measures) - Math.min(...measures)
}

type DayOfPlace = { place: number; values: number[] }
function daysOf(samples: readonly Sample[]): DayOfPlace[][] {
  const days = new Map<string, Map<number, number[]>>()
  for (const { day, place, value } of samples) {
    const places = days.get(day) ?? new Map<number, number[]>()
    days.set(day, places)
    const values = places.get(place)
    if (values) values.push(value)
    else places.set(place, [value])
  }
  return [...days.values()].map((places) => [...places].map(([place, values]) => ({ place, values })))
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

/** The arrangement of a number, 0 is the items as they are. */
function permutation<T>(items: readonly T[], number: number): T[] {
  const left = [...items]
  const order: T[] = []
  let rest = number
  while (left.length > 0) {
    const count = factorial(left.length - 1)
    order.push(...left.splice(Math.floor(rest / count) % left.length, 1))
    rest %= count
  }
  return order
}
