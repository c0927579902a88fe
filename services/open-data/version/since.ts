/**
 * The moment a reader names: a day, a moment with or without zone (UTC then), or seconds since 1970 as programs keep them.
 * Undefined when it is none.
 */
export function readMoment(text: string): Date | undefined {
  const given = text.trim()
  if (/^\d{9,10}$/.test(given)) return new Date(Number(given) * 1_000)
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(given)) return undefined
  const zoned = given.length === 10 ? `${given}T00:00:00Z` : /(?:Z|[+-]\d{2}:?\d{2})$/.test(given) ? given : `${given}Z`
  const moment = new Date(zoned)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
