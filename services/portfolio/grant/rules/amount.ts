import { cents, parseEuro, portion, type Cents } from '@modellregion/standards'
import { mostOfAll } from '../../programme/rules/amount.ts'
import type { BookingEntry } from '../schema.ts'

const whole = 10_000

/**
 * What counts of a voucher: the amount, without the tax where it does not count, times the share of the project; rounded half away from zero to
 * whole cents. A counter-booking does not compute it again but negates what was kept, so that both cancel to the cent.
 */
export const eligibleOf = ({ amountCents, vatCents, vatEligible, shareBp }: Pick<BookingEntry, 'amountCents' | 'vatCents' | 'vatEligible' | 'shareBp'>): Cents =>
  portion(cents(amountCents - (vatEligible ? 0 : vatCents)), shareBp, whole)

/** Reads an amount of money. Undefined when it is none, or far beyond any grant. */
export function amountFrom(text: string): Cents | undefined {
  const amount = parseEuro(text)
  return amount === undefined || Math.abs(amount) > mostOfAll ? undefined : amount
}

/** Reads `80`, `80 %`, `33,33` as ten-thousandths. Undefined when it is no share from 0 to 100 or has more than two decimals. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!match) return undefined
  const bp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return bp <= whole ? bp : undefined
}

/** Reads a rate as `1,52`, `-0,88 %`: ten-thousandths, with two decimals at most. */
export function parseRate(text: string): number | undefined {
  const match = /^([-\u2212])?(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!match) return undefined
  const bp = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === undefined ? bp : -bp
}

/** The same, as it is typed: `80`, `33,33`. */
export const percentText = (bp: number): string => String(bp / 100).replace('.', ',')
/** Cents as they are typed: `1.234,50`. */
export function euroText(amount: Cents): string {
  const size = Math.abs(amount)
  const euros = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '-' : ''}${euros},${String(size % 100).padStart(2, '0')}`
}
