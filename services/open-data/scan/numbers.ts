/** Whether an IBAN is well formed and its check digits hold (ISO 13616, ISO 7064 mod 97-10). Blanks do not count. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false
  let rest = 0
  for (const sign of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97
  return rest === 1
}

/**
 * Whether a text is a German tax identification number: eleven digits, not beginning with 0, of the first ten exactly one digit twice or
 * three times, and a check digit (section 139b AO; ISO 7064 mod 11,10).
 */
export function isTaxId(text: string): boolean {
  const plain = text.replaceAll(/[\s/]/g, '')
  if (!/^[1-9]\d{10}$/.test(plain)) return false
  const digits = [...plain].map(Number)
  const counts = digits.slice(0, 10).reduce<number[]>((all, digit) => all.with(digit, (all[digit] ?? 0) + 1), Array.from({ length: 10 }, () => 0))
  const repeated = counts.filter((n) => n > 1)
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false
  let product = 10
  for (const digit of digits.slice(0, 10)) product = (((digit + product) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === digits[10]
}
