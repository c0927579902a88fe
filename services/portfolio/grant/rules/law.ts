import { add, addDays, partsOf, plainDate, plainDateOf, type PlainDate } from '@modellregion/standards'
import type { RateKind } from '../schema.ts'

/*
 * Law of grants in North Rhine-Westphalia as data. What a notice says goes before all of it, and the town enters it there.
 *
 * Looked up in November 2026:
 * - Use within two months of the payment, else interest from the payment to the use: VV no. 7.2 and 8.6 to § 44 LHO NRW, as worded by the decree of
 *   20 June 2023 (MBl. NRW. 2023 p. 641). Called for no more and no earlier than two months need: ANBest no. 1.4.
 * - Proof of use by the end of the sixth month after the period: ANBest-G NRW no. 7.1 (edition of the Ministry of Finance, 2012). Vouchers stay for
 *   five years after it (no. 7.5); where input tax is deducted, only amounts without tax are proved (no. 7.4).
 * - Three percentage points above the base rate: § 49a (3), (4) VwVfG NRW (recht.nrw.de as of 7 November 2025).
 * - Base rates: Deutsche Bundesbank, table of § 247 BGB.
 *
 * NOT verified: the VV to § 44 LHO were written anew by the decree of 25 May 2025 (MBl. NRW. 2025 p. 731), and a further version holds from
 * 22 April 2026; neither text could be read. Nor could the four months of an interim statement and the fifth by which a line may be exceeded be
 * found in a text of this state (ANBest-P no. 1.2 of other states has the fifth). A threshold of trifles is in none of what was read: there is none
 * unless the notice names one.
 */

/** Months within which money must be used after it was paid out, unless the notice says otherwise. VV no. 8.6 to § 44 LHO NRW. */
export const usualUseMonths = 2
/** Months after a financial year for its interim statement. Not verified. */
export const usualInterimMonths = 4
/** Months after the period for the final statement. ANBest-G NRW no. 7.1. */
export const usualFinalMonths = 6

/** By how many ten-thousandths a line may be exceeded when others save. ANBest no. 1.2; not verified for this state. */
export const usualLineLimitBp = 2_000

/** A rate in ten-thousandths a year, from a day on. */
export type DatedRate = { readonly from: PlainDate; readonly bp: number }
/** `base`: § 247 BGB. `above`: what § 49a (3) VwVfG NRW adds to it. Both in the order of their days. */
export type InterestRates = { readonly base: readonly DatedRate[]; readonly above: readonly DatedRate[] }

const lastShipped = plainDate('2026-07-01')
/** The base rate, announced by the Deutsche Bundesbank for each 1 January and 1 July. Half-years without a change stand here too, so that it shows how far it is known. */
const baseRates: readonly DatedRate[] = [
  { from: plainDate('2016-07-01'), bp: -88 },
  { from: plainDate('2023-01-01'), bp: 162 },
  { from: plainDate('2023-07-01'), bp: 312 },
  { from: plainDate('2024-01-01'), bp: 362 },
  { from: plainDate('2024-07-01'), bp: 337 },
  { from: plainDate('2025-01-01'), bp: 227 },
  { from: plainDate('2025-07-01'), bp: 127 },
  { from: plainDate('2026-01-01'), bp: 127 },
  { from: lastShipped, bp: 152 },
]

/**
 * What is added to the base rate. It was five points before; when three began could not be found. A notice of 25 April 2024 takes three for all days
 * since a payment of 2021, which an administrative court of the state left standing in September 2025: so three hold for all days, until a town enters another.
 */
const aboveBase: readonly DatedRate[] = [{ from: plainDate('2016-07-01'), bp: 300 }]

/** What comes with the software. */
export const knownRates: InterestRates = { base: baseRates, above: aboveBase }

/** The known rates with those that a town has entered; for the same day the town's one counts. */
export function ratesWith(own: readonly (DatedRate & { readonly kind: RateKind })[]): InterestRates {
  const merged = (kind: RateKind): DatedRate[] => {
    const days = new Map(knownRates[kind].map((rate) => [rate.from, rate.bp]))
    for (const rate of own) if (rate.kind === kind) days.set(rate.from, rate.bp)
    return [...days].map(([from, bp]) => ({ from, bp })).sort((a, b) => (a.from < b.from ? -1 : 1))
  }
  return { base: merged('base'), above: merged('above') }
}

const rateOn = (rates: readonly DatedRate[], day: PlainDate): number => (rates.findLast(({ from }) => from <= day) ?? rates[0])?.bp ?? 0

/** Interest of a day, in ten-thousandths a year. Before the first rate known, the first one counts; never less than nothing. */
export const interestRateOn = (day: PlainDate, { base, above }: InterestRates): number => Math.max(0, rateOn(base, day) + rateOn(above, day))

/** The first day of the half-year that a day lies in: since then its base rate holds. */
export function halfYearOf(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day)
  return plainDateOf(year, month < 7 ? 1 : 7, 1)
}

/** The first half-year up to a day whose base rate is not known, so that an older one is reckoned with. What came with the software has no gap. */
export function missingHalfYear({ base }: InterestRates, day: PlainDate): PlainDate | undefined {
  const known = new Set(base.map(({ from }) => from))
  for (let half = add(lastShipped, { months: 6 }); half <= day; half = add(half, { months: 6 })) if (!known.has(half)) return half
  return undefined
}

/** A stretch of days with one rate. */
export type RatePiece = { readonly days: number; readonly bp: number; readonly from: PlainDate; readonly until: PlainDate }

/** The days after `from` up to and with `until`, in pieces of one rate. */
export function ratePieces(from: PlainDate, until: PlainDate, rates: InterestRates): RatePiece[] {
  const pieces: RatePiece[] = []
  const first = addDays(from, 1)
  const changes = [...new Set([...rates.base, ...rates.above].map((rate) => rate.from))].filter((day) => day > first && day <= until).sort()
  let start = first
  for (const end of [...changes.map((day) => addDays(day, -1)), until]) {
    if (end < start) continue
    const bp = interestRateOn(start, rates)
    const last = pieces.at(-1)
    if (last?.bp === bp) pieces[pieces.length - 1] = { ...last, until: end, days: last.days + dayCount(start, end) }
    else pieces.push({ days: dayCount(start, end), bp, from: start, until: end })
    if (end < until) start = addDays(end, 1)
  }
  return pieces
}

const dayCount = (first: PlainDate, last: PlainDate): number => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1

/** Why a rate cannot be entered: the base rate changes on 1 January and 1 July only, and nobody knows it more than half a year ahead. */
export function whyNotRate({ kind, from, bp }: DatedRate & { readonly kind: RateKind }, today: PlainDate): 'half-year' | 'too-early' | 'too-late' | 'size' | undefined {
  if (kind === 'base' && from !== halfYearOf(from)) return 'half-year'
  if (from < plainDate('2002-01-01')) return 'too-early'
  if (from > addDays(today, 184)) return 'too-late'
  return bp < (kind === 'base' ? -500 : 0) || bp > 2_000 ? 'size' : undefined
}
