import type { AsideReason, Reading } from '../schema.ts'
import { nth } from './nth.ts'

export type SiftLimits = {
  /** The counter begins again at zero when it reaches this. */
  readonly capacity: number
  /** A device that restarts counts from zero again: pulse counters. */
  readonly mayReset: boolean
  /** More cannot flow in an hour, in units of the reading; null: unknown. */
  readonly maxPerHour: number | null
  /** Smallest step of the display. */
  readonly step: number
}
export type StepKind = 'up' | 'overflow' | 'reset' | 'unexplained'
/** From one reading that counts to the next: how much, in units of the reading. */
export type Step = { readonly from: Reading; readonly to: Reading; readonly amount: number; readonly kind: StepKind }
export type Sifted = { readonly first: Reading | undefined; readonly steps: readonly Step[]; readonly aside: readonly (Reading & { reason: AsideReason })[] }

const hour = 3_600_000
/** Readings on either side of a doubtful step that are looked at together. */
export const window = 48
// What an explanation costs: the cheapest one is believed. One wrong reading is likelier than a restart that then makes up for everything
// at once, and an exchange that nobody wrote down is believed only when about ten readings speak for it.
const cost = { aside: 1, asideMore: 0.25, manualMore: 0.5, overflow: 0.6, reset: 0.9, unexplained: 3.5, jump: 6, form: 1_000 }
const jumpFactor = 50
const rank = { form: 0, manual: 1, device: 2 } as const

/**
 * Tells which readings of one register count and what happened between them. Takes readings in any order and doubled; the answer depends on the set alone.
 * Where all readings rise nothing is interpreted. Around a step back (or one that is too fast) the cheapest explanation of the neighbouring readings
 * is searched by dynamic programming: wrong readings set aside, overflow, restart of a pulse counter, or an unexplained change of level, which counts nothing.
 */
export function siftReadings(readings: readonly Reading[], limits: SiftLimits): Sifted {
  const { rows, aside } = onePerMoment(readings)
  const doubtful: number[] = []
  for (let at = 0; at + 1 < rows.length; at++) if (kindOfRise(nth(rows, at), nth(rows, at + 1), limits) !== 'up') doubtful.push(at)
  const kept = doubtful.length === 0 ? rows.map((_, at) => at) : explain(rows, doubtful, limits)
  const steps: Step[] = []
  for (let at = 0; at + 1 < kept.length; at++) {
    const [from, to] = [nth(rows, nth(kept, at)), nth(rows, nth(kept, at + 1))]
    steps.push({ from, to, ...stepBetween(from, to, limits, undefined) })
    for (let lost = nth(kept, at) + 1; lost < nth(kept, at + 1); lost++) aside.push({ ...nth(rows, lost), reason: reasonOf(nth(rows, lost), from, to) })
  }
  const [head, tail] = [kept[0] ?? 0, kept.at(-1) ?? -1]
  for (let lost = 0; lost < head; lost++) aside.push({ ...nth(rows, lost), reason: reasonOf(nth(rows, lost), undefined, rows[head]) })
  for (let lost = tail + 1; lost < rows.length; lost++) aside.push({ ...nth(rows, lost), reason: reasonOf(nth(rows, lost), rows[tail], undefined) })
  return { first: rows[head], steps, aside: aside.sort((a, b) => a.at.getTime() - b.at.getTime() || a.value - b.value) }
}

/** Of one moment one reading counts: the form's before a person's before a device's, then the smaller one. The same value twice is one reading. */
function onePerMoment(readings: readonly Reading[]): { rows: Reading[]; aside: (Reading & { reason: AsideReason })[] } {
  const sorted = [...readings].sort((a, b) => a.at.getTime() - b.at.getTime() || rank[a.source] - rank[b.source] || a.value - b.value)
  const rows: Reading[] = []
  const aside: (Reading & { reason: AsideReason })[] = []
  for (const reading of sorted) {
    const last = rows.at(-1)
    if (last?.at.getTime() !== reading.at.getTime()) rows.push(reading)
    else if (reading.value !== last.value && !aside.some((other) => other.at.getTime() === reading.at.getTime() && other.value === reading.value)) aside.push({ ...reading, reason: 'contradicts' })
  }
  return { rows, aside }
}

const hoursBetween = (a: Reading, b: Reading): number => (b.at.getTime() - a.at.getTime()) / hour

function kindOfRise(a: Reading, b: Reading, { maxPerHour, step }: SiftLimits): 'up' | 'fast' | 'down' {
  if (b.value < a.value) return 'down'
  // One step more, because both readings are cut off at the last digit.
  return maxPerHour !== null && b.value - a.value > maxPerHour * hoursBetween(a, b) * (1 + 1e-9) + step ? 'fast' : 'up'
}

function stepBetween(a: Reading, b: Reading, limits: SiftLimits, typical: number | undefined): { amount: number; kind: StepKind } {
  const rise = kindOfRise(a, b, limits)
  if (rise === 'up') return { amount: b.value - a.value, kind: 'up' }
  if (rise === 'fast') return { amount: 0, kind: 'unexplained' }
  const over = b.value + limits.capacity - a.value
  if (Number.isFinite(limits.capacity) && b.value < limits.capacity && over <= limits.capacity / 10 && fits(over, a, b, limits, typical)) return { amount: over, kind: 'overflow' }
  if (limits.mayReset && (fits(b.value, a, b, limits, typical, a.value / 10))) return { amount: b.value, kind: 'reset' }
  return { amount: 0, kind: 'unexplained' }
}

// Whether so much can have flowed: by the known limit, else by what is typical here, else only when it is little.
function fits(amount: number, a: Reading, b: Reading, { maxPerHour, step }: SiftLimits, typical: number | undefined, little = Infinity): boolean {
  if (maxPerHour !== null) return amount <= maxPerHour * hoursBetween(a, b) + step
  if (typical !== undefined) return amount <= jumpFactor * typical * hoursBetween(a, b) + step
  return amount <= little
}

function explain(rows: readonly Reading[], doubtful: readonly number[], limits: SiftLimits): number[] {
  const kept: number[] = []
  let next = 0
  for (let at = 0; at < doubtful.length; ) {
    const start = Math.max(next, nth(doubtful, at) - window)
    let end = Math.min(rows.length - 1, nth(doubtful, at) + 1 + window)
    for (at++; at < doubtful.length && nth(doubtful, at) - window <= end; at++) end = Math.min(rows.length - 1, nth(doubtful, at) + 1 + window)
    for (; next < start; next++) kept.push(next)
    kept.push(...cheapestPath(rows, start, end, limits))
    next = end + 1
  }
  for (; next < rows.length; next++) kept.push(next)
  return kept
}

// The cheapest sequence of readings between two indices. The ends are certain where readings beyond them rise as they should.
function cheapestPath(rows: readonly Reading[], start: number, end: number, limits: SiftLimits): number[] {
  const part = rows.slice(start, end + 1)
  const typical = typicalRate(part, limits)
  const losing = [0]
  for (const { source } of part) losing.push((losing.at(-1) ?? 0) + (source === 'form' ? cost.form : source === 'manual' ? cost.manualMore : 0))
  const lose = (from: number, until: number): number => (until <= from ? 0 : cost.aside + cost.asideMore * (until - from - 1) + nth(losing, until) - nth(losing, from))
  const best: number[] = []
  const before: number[] = []
  part.forEach((reading, at) => {
    best[at] = at === 0 || start === 0 ? lose(0, at) : Infinity
    before[at] = -1
    for (let from = at - 1; from >= Math.max(0, at - window - 1); from--) {
      const total = nth(best, from) + lose(from + 1, at) + costOfStep(nth(part, from), reading, limits, typical)
      if (total <= nth(best, at)) [best[at], before[at]] = [total, from]
    }
  })
  let last = part.length - 1
  if (end === rows.length - 1) for (let at = last - 1; at >= 0; at--) if (nth(best, at) + lose(at + 1, part.length) <= nth(best, last) + lose(last + 1, part.length)) last = at
  const path: number[] = []
  for (let at = last; at >= 0; at = nth(before, at)) path.unshift(start + at)
  return path
}

function costOfStep(a: Reading, b: Reading, limits: SiftLimits, typical: number | undefined): number {
  const { kind, amount } = stepBetween(a, b, limits, typical)
  if (kind !== 'up') return cost[kind]
  return typical !== undefined && amount > jumpFactor * typical * hoursBetween(a, b) + limits.step ? cost.jump : 0
}

/** Median of what flows in an hour where something flows; undefined when fewer than three steps tell. */
function typicalRate(part: readonly Reading[], limits: SiftLimits): number | undefined {
  const rates: number[] = []
  for (let at = 0; at + 1 < part.length; at++) {
    const rise = nth(part, at + 1).value - nth(part, at).value
    if (rise > 0 && kindOfRise(nth(part, at), nth(part, at + 1), limits) === 'up') rates.push(rise / hoursBetween(nth(part, at), nth(part, at + 1)))
  }
  return rates.length < 3 ? undefined : rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)]
}

function reasonOf(reading: Reading, before: Reading | undefined, after: Reading | undefined): AsideReason {
  if (before && reading.value < before.value) return 'backwards'
  if (after && reading.value > after.value) return 'spike'
  return before || after ? 'too-fast' : 'outside'
}
