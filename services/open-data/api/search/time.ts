/**
 * A moment as Solr writes it: ISO 8601, or date math such as `NOW-7DAYS` and `NOW/DAY` (Solr reference guide, "Working with
 * Dates"). Days without a time are accepted, too. Undefined when it is none.
 */
export function readMoment(text: string, now: Date): Date | undefined {
  const match = /^(NOW|\d{4,6}-\d{2}(?:-\d{2})?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)((?:\/[A-Z]+|[+-]\d{1,6}[A-Z]+)*)$/i.exec(text.trim())
  if (!match) return undefined
  const [, base = '', math = ''] = match
  let moment = base.toUpperCase() === 'NOW' ? now : new Date(/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(base) || !base.includes('T') ? base : `${base}Z`)
  for (const [step] of math.matchAll(/\/[A-Z]+|[+-]\d+[A-Z]+/gi)) {
    const next = step.startsWith('/') ? floor(moment, step.slice(1)) : moved(moment, step)
    if (!next) return undefined
    moment = next
  }
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

const units = { SECOND: 1_000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000, WEEK: 604_800_000 } as const
const singular = (unit: string) => unit.toUpperCase().replace(/S$/, '').replace(/^DATE$/, 'DAY')

function moved(moment: Date, step: string): Date | undefined {
  const [, amount = '', name = ''] = /^([+-]\d+)([A-Z]+)$/i.exec(step) ?? []
  const unit = singular(name)
  if (unit === 'MONTH' || unit === 'YEAR') {
    const next = new Date(moment)
    next.setUTCMonth(next.getUTCMonth() + Number(amount) * (unit === 'YEAR' ? 12 : 1))
    return next
  }
  return unit in units ? new Date(moment.getTime() + Number(amount) * units[unit as keyof typeof units]) : undefined // `in` has just said so
}

function floor(moment: Date, name: string): Date | undefined {
  const length = { YEAR: 4, MONTH: 7, DAY: 10, HOUR: 13, MINUTE: 16, SECOND: 19 }[singular(name)]
  if (length === undefined || Number.isNaN(moment.getTime())) return undefined
  return new Date(moment.toISOString().slice(0, length) + '0000-01-01T00:00:00'.slice(length) + 'Z')
}
