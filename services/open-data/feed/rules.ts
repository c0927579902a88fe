import type { DatasetFeed, FeedFile, FeedValue } from '@modellregion/contracts'

/** Minutes after which a feed is asked again; a little less than its rhythm, so that an hourly look never skips one. */
const minutes: Readonly<Record<DatasetFeed<unknown>['refresh'], number>> = { hourly: 50, daily: 23 * 60, weekly: 167 * 60, monthly: 28 * 24 * 60 }

export const isDue = (refresh: DatasetFeed<unknown>['refresh'], checkedAt: Date | undefined, now: Date): boolean => checkedAt === undefined || now.getTime() - checkedAt.getTime() >= minutes[refresh] * 60_000

/** Leaves figures of people below the smallest group empty; zero stays, because nobody stands behind it. */
export const withoutSmallCells = <P>(row: readonly FeedValue[], { fields }: Pick<FeedFile<P>, 'fields'>, smallestGroup: number): readonly FeedValue[] =>
  row.map((value, at) => (fields[at]?.countsPeople && typeof value === 'number' && value > 0 && value < smallestGroup ? null : value))

/** One line of CSV (RFC 4180): empty for what is unknown, point as decimal sign. */
export const csvLine = (values: readonly FeedValue[]): string => `${values.map(csvCell).join(',')}\n`

function csvCell(value: FeedValue): string {
  if (value === null) return ''
  const text = String(value)
  // A text that begins like a formula is run by spreadsheets: OWASP, "CSV Injection".
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Why a declaration is not usable; undefined when it is. For the service's own test as for the portal. */
export function whyNotFeed<P>({ id, files }: Pick<DatasetFeed<P>, 'id' | 'files'>): string | undefined {
  const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
  if (!name.test(id)) return `The feed "${id}" has no id in kebab-case.`
  if (files.length === 0) return `The feed "${id}" has no file.`
  const twice = files.find((file, at) => files.findIndex((other) => other.id === file.id) !== at)
  if (twice) return `The feed "${id}" has two files "${twice.id}".`
  const broken = files.find((file) => !name.test(file.id) || file.fields.length === 0 || file.fields.some((field) => !/^[a-z][a-z0-9_]*$/.test(field.id)))
  return broken ? `The file "${broken.id}" of the feed "${id}" needs an id in kebab-case and fields with ids in snake_case.` : undefined
}
