/** Reads a price in cents with up to four decimals, `31,42` or `31.4215`, as ten-thousandths of a cent. Undefined when it is none. */
export function parsePrice(text: string): number | undefined {
  const match = /^(\d{1,7})(?:[.,](\d{1,4}))?$/.exec(text.replace(/[\s\u00A0]|ct|Cent/gi, ''))
  return match ? Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')) : undefined
}
