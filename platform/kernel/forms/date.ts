/** What can be wrong with a date that was typed in three parts. */
export type DateProblem = 'date-missing-part' | 'date-unreal'

type Read = { typed: Record<string, string>; value?: string; problem?: DateProblem }

const parts = ['day', 'month', 'year'] as const

/**
 * Joins the three inputs of a `DateField` (`ends-day`, `ends-month`, `ends-year`) to an ISO date. Neither a value nor a
 * problem when all three are empty; what was typed is kept under the names of the inputs.
 */
export function readDate(field: string, fields: Readonly<Record<string, unknown>>): Read {
  const texts = parts.map((part) => textOf(fields[`${field}-${part}`]))
  const typed = Object.fromEntries(parts.map((part, at) => [`${field}-${part}`, texts[at] ?? '']))
  const [day = '', month = '', year = ''] = texts.map((text) => text.trim())
  if (day === '' && month === '' && year === '') return { typed }
  if (day === '' || month === '' || year === '') return { typed, problem: 'date-missing-part' }
  const date = isoDate(year, month, day)
  return date === undefined ? { typed, problem: 'date-unreal' } : { typed, value: date }
}

function isoDate(year: string, month: string, day: string): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  // JavaScript takes 30 February for the second of March: only a day that survives the way there and back exists.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined
}

const textOf = (raw: unknown): string => (typeof raw === 'string' ? raw : Array.isArray(raw) && typeof raw[0] === 'string' ? raw[0] : '')
