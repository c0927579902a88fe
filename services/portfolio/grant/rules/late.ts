import { add, cents, type Cents, type PlainDate } from '@modellregion/standards'
import type { LateUse } from '../schema.ts'
import { ratePieces, type InterestRates } from './law.ts'

export type Payment = { readonly number: number; readonly paidOn: PlainDate; readonly paid: Cents }
/** How much of the grant had been used up by the end of a day. */
export type Use = { readonly day: PlainDate; readonly used: Cents }

/** Within how many months money must be used, and what it costs later. */
export type UseTerms = { readonly useMonths: number; readonly rates: InterestRates }

/** The last day on which money paid on a day is used in time. */
export const useBy = (paidOn: PlainDate, months: number): PlainDate => add(paidOn, { months })

/**
 * Which payments were not used in time, first paid, first used, and what interest that makes: for the days after the payment up to the use, by the
 * rate of each day, 365 days a year, rounded half up once for each part (§ 49a (3), (4) VwVfG NRW, VV no. 8.6 to § 44 LHO NRW). What is used before it is paid is in time.
 * Spending that is taken back later never counted as used.
 */
export function lateUses(payments: readonly Payment[], uses: readonly Use[], until: PlainDate, terms: UseTerms): LateUse[] {
  const steps = lasting(uses)
  let [covered, at] = [0, 0]
  return payments
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : a.number - b.number))
    .flatMap((payment) => {
      const found: LateUse[] = []
      let left: number = payment.paid
      while (left > 0) {
        const step = steps[at]
        if (!step) break
        const part = Math.min(left, step.used - covered)
        left -= part
        covered += part
        found.push(...lateUse(payment, cents(part), step.day, until, true, terms))
        if (covered >= step.used) at++
      }
      return [...found, ...lateUse(payment, cents(left), until, until, false, terms)]
    })
}

/** Each step rises, and nothing behind it falls below it. */
function lasting(uses: readonly Use[]): Use[] {
  let least = Number.POSITIVE_INFINITY
  const kept = [...uses].reverse().map(({ day, used }) => ({ day, used: (least = Math.min(least, used)) }))
  let reached = 0
  return kept.reverse().flatMap(({ day, used }) => {
    if (used <= reached) return []
    reached = used
    return [{ day, used: cents(used) }]
  })
}

function lateUse({ number, paidOn }: Payment, amount: Cents, day: PlainDate, until: PlainDate, used: boolean, { useMonths, rates }: UseTerms): LateUse[] {
  const [dueOn, end] = [useBy(paidOn, useMonths), day < until ? day : until]
  if (amount <= 0 || end <= dueOn) return []
  const pieces = ratePieces(paidOn, end, rates)
  return [{ callNumber: number, paidOn, dueOn, until: end, used, amount, days: pieces.reduce((sum, { days }) => sum + days, 0), interest: interestOf(amount, pieces) }]
}

/** Interest of an amount over pieces of one rate each, in ten-thousandths a year. Rounded half up to whole cents. */
export function interestOf(amount: Cents, pieces: readonly { readonly days: number; readonly bp: number }[]): Cents {
  const product = pieces.reduce((sum, { days, bp }) => sum + BigInt(days) * BigInt(bp), 0n) * BigInt(amount)
  const denominator = 10_000n * 365n
  return product <= 0n ? cents(0) : cents(Number((2n * product + denominator) / (2n * denominator)))
}
