/** Money as whole cents, so that nothing is lost in binary fractions. Showing it is the words' business. */
export type Cents = number & { readonly __brand: 'Cents' }

/** Throws RangeError for anything but a whole number that a double holds exactly (about 90 trillion euros). */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`)
  return (amount === 0 ? 0 : amount) as Cents // checked; minus zero becomes zero
}

/**
 * Reads what people and files write: `1.234,50`, `1234,5`, `1234.50`, `40 €`, `-3,20 Euro`. A single point or comma before
 * exactly three digits separates thousands (`1.234` is one thousand two hundred and thirty-four euros).
 * Undefined when it is no amount, has more than two decimals or is too large.
 */
export function parseEuro(text: string): Cents | undefined {
  const bare = text.replace(/[\s\u00A0\u202F]|€|Euro|EUR/gi, '').replace('\u2212', '-')
  const match = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  // 1.234,50 and 1,234.50 are amounts; 1.234.50 mixes one mark for two purposes.
  if (fraction !== '' && /[.,]/.test(whole) && bare.at(-fraction.length - 1) === /[.,]/.exec(whole)?.[0]) return undefined
  const amount = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(2, '0'))
  return Number.isSafeInteger(amount) ? cents(sign === '-' ? -amount : amount) : undefined
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

/** A part of an amount, rounded half away from zero to whole cents. `numerator / denominator`, both whole numbers. */
export function portion(amount: Cents, numerator: number, denominator: number): Cents {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError('a portion is a fraction of whole numbers with a positive denominator')
  }
  // BigInt, because the product may be larger than a double holds exactly.
  const product = BigInt(amount) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const whole = (2n * size + BigInt(denominator)) / (2n * BigInt(denominator))
  return cents(Number(product < 0n ? -whole : whole))
}

/**
 * Splits an amount by weights so that the parts add up to it again: largest remainder method (Hare–Niemeyer); among equal
 * remainders the earlier part gets the cent. Throws RangeError for negative weights or when all are zero.
 */
export function splitCents(amount: Cents, weights: readonly number[]): Cents[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('weights are whole numbers from 0')
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) throw new RangeError('at least one weight must be larger than 0')
  const size = BigInt(Math.abs(amount))
  const parts = weights.map((weight, index) => ({ index, whole: (size * BigInt(weight)) / total, rest: (size * BigInt(weight)) % total }))
  let left = Number(size - parts.reduce((sum, part) => sum + part.whole, 0n))
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    part.whole += 1n
    left -= 1
  }
  return parts.map(({ whole }) => cents(amount < 0 ? -Number(whole) : Number(whole)))
}
