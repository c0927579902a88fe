/** A German postcode as text: five digits, leading zero kept. */
export type Postcode = string & { readonly __brand: 'Postcode' }

/**
 * Accepts what people type (`52062`, ` 52 062 `, `D-52062`). The range in use runs from 01001 to 99998 (Deutsche Post,
 * system of 1 July 1993); whether a number in it is assigned is a question to the data, not to this rule.
 */
export function parsePostcode(text: string): Postcode | undefined {
  const digits = text.trim().replace(/^D(E)?[\s-]+/i, '').replace(/[\s\u00A0]/g, '')
  if (!/^\d{5}$/.test(digits) || digits < '01001' || digits > '99998') return undefined
  return digits as Postcode // checked just above
}

/** The first two digits: the region whose sorting centre handles the mail. */
export function postcodeRegion(postcode: Postcode): string {
  return postcode.slice(0, 2)
}
