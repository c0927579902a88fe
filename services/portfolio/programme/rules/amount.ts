import { parseEuro, type Cents } from '@modellregion/standards'

export type AmountFault = 'unreadable' | 'negative' | 'large'

/** Ten billion euros, in cents: more is a slip, and sums of a thousand such would leave what is exact. */
export const mostOfAll = 1_000_000_000_000

/** Reads the amount of a project in cents, or says what is wrong with it. */
export function amountFrom(text: string): Cents | AmountFault {
  const amount = parseEuro(text)
  if (amount === undefined) return 'unreadable'
  return amount < 0 ? 'negative' : amount > mostOfAll ? 'large' : amount
}
