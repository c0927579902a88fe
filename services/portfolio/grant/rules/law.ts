import { addDays, plainDate, type PlainDate } from '@modellregion/standards'

// Written from memory of the texts (aus dem Gedächtnis, vor Gebrauch prüfen): what a notice says goes before all of it.

/** Months within which money must be used after it was paid out. ANBest-P NRW no. 1.4, used alike for ANBest-G; "alsbald" in § 49a (4) VwVfG NRW. */
export const useWithinMonths = 2

/** By how many ten-thousandths a line may be exceeded when others save. ANBest-P NRW no. 1.2. */
export const usualLineLimitBp = 2_000

/** Ten-thousandths a year above the base rate for money not used in time. § 49a (3), (4) VwVfG NRW. */
export const interestAboveBaseBp = 500

/** The base rate of § 247 BGB in ten-thousandths, from a day on; announced by the Deutsche Bundesbank for each 1 January and 1 July. */
export const baseRates: readonly { readonly from: PlainDate; readonly bp: number }[] = [
  { from: plainDate('2016-07-01'), bp: -88 },
  { from: plainDate('2023-01-01'), bp: 162 },
  { from: plainDate('2023-07-01'), bp: 312 },
  { from: plainDate('2024-01-01'), bp: 362 },
  { from: plainDate('2024-07-01'), bp: 337 },
  { from: plainDate('2025-01-01'), bp: 227 },
  { from: plainDate('2025-07-01'), bp: 127 },
]

/** Interest of a day, in ten-thousandths a year. Before the first rate known, the first one counts. */
export function interestRateOn(day: PlainDate): number {
  const base = baseRates.findLast(({ from }) => from <= day) ?? baseRates[0]
  return (base?.bp ?? 0) + interestAboveBaseBp
}

/** The days after `from` up to and with `until`, in pieces of one rate. */
export function ratePieces(from: PlainDate, until: PlainDate): { readonly days: number; readonly bp: number; readonly from: PlainDate; readonly until: PlainDate }[] {
  const pieces: { days: number; bp: number; from: PlainDate; until: PlainDate }[] = []
  const changes = baseRates.map((rate) => rate.from).filter((day) => day > addDays(from, 1) && day <= until)
  let start = addDays(from, 1)
  for (const end of [...changes.map((day) => addDays(day, -1)), until]) {
    if (end < start) continue
    pieces.push({ days: dayCount(start, end), bp: interestRateOn(start), from: start, until: end })
    start = addDays(end, 1)
  }
  return pieces
}

const dayCount = (first: PlainDate, last: PlainDate): number => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
