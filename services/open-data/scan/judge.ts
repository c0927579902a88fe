import type { Field } from '../store/schema.ts'
import type { HeaderHint } from './headers.ts'
import { isTaxId } from './numbers.ts'
import type { Found, ScanKind } from './schema.ts'
import { hasAddress, hasIban, hasTitle, isFirstName, isFullName, isIp, isPersonalMail, isPhone, isPlate, isSingleName, mask } from './shapes.ts'

/** A column with its values: all that looked worth it, each with the number of its rows. */
export type ColumnValues = { field: Pick<Field, 'id' | 'type'>; hints: ReadonlySet<HeaderHint>; filled: number; values: readonly { v: string; n: number }[] }

type Rule = { kind: ScanKind; test: (text: string) => boolean; /** Share of the filled rows from which the column counts; with a fitting name one value is enough. */ from: number; hints?: readonly HeaderHint[]; serious: boolean }

const rules: readonly Rule[] = [
  { kind: 'email', test: isPersonalMail, from: 0, serious: true },
  { kind: 'iban', test: hasIban, from: 0, serious: true },
  { kind: 'tax-id', test: isTaxId, from: 0.9, hints: ['tax-id'], serious: true },
  { kind: 'plate', test: isPlate, from: 0.6, hints: ['plate'], serious: true },
  { kind: 'ip', test: isIp, from: 0.5, hints: ['ip'], serious: true },
  { kind: 'phone', test: isPhone, from: 0.2, hints: ['phone', 'mobile'], serious: false },
  { kind: 'address', test: hasAddress, from: 0.2, hints: ['home'], serious: false },
  { kind: 'free-text', test: hasTitle, from: 0, serious: true },
]

const mobileNumber = /^(\+49 ?|0049 ?|0)1[5-7]/

/** What a column shows by itself. */
export function judgeColumn(column: ColumnValues): Found[] {
  const found = rules.flatMap((rule) => judge(column, rule) ?? [])
  const names = judgeNames(column)
  const dates = judgeBirthDates(column)
  return [...(names ? [names] : []), ...(dates ? [dates] : []), ...found]
}

function judge(column: ColumnValues, { kind, test, from, hints = [], serious }: Rule): Found | undefined {
  const hits = column.values.filter(({ v }) => test(v))
  const rows = sum(hits)
  const named = hints.some((hint) => column.hints.has(hint))
  if (rows === 0 || (!named && rows < from * column.filled) || (from >= 0.5 && !named && rows < 5)) return undefined
  const isPrivate = (kind === 'phone' && (column.hints.has('mobile') || hits.some(({ v }) => mobileNumber.test(v)))) || (kind === 'address' && column.hints.has('home'))
  return foundIn(column, kind, serious || isPrivate, hits)
}

// By the name of the column and the shape of the values; without a telling name only full names count, and only when they are many.
function judgeNames(column: ColumnValues): Found | undefined {
  if (column.field.type !== 'text') return undefined
  const full = column.values.filter(({ v }) => isFullName(v))
  if (column.hints.has('first-name') || column.hints.has('last-name')) {
    const single = column.values.filter(({ v }) => isSingleName(v) || isFullName(v))
    return sum(single) >= 0.3 * column.filled && single.length > 0 ? foundIn(column, 'name', true, single) : undefined
  }
  if (column.hints.has('person')) {
    const all = column.values.filter(({ v }) => isFullName(v) || isFirstName(v))
    return all.length > 0 && sum(all) >= 0.05 * column.filled ? foundIn(column, 'name', true, all) : undefined
  }
  return sum(full) >= 3 && sum(full) >= 0.1 * column.filled ? foundIn(column, 'name', true, full) : undefined
}

const dateLike = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(\d{4}|\d{2}))/

function judgeBirthDates(column: ColumnValues): Found | undefined {
  if (!column.hints.has('birth-date')) return undefined
  const dates = column.values.filter(({ v }) => dateLike.test(v))
  return dates.length > 0 ? foundIn(column, 'birth-date', true, dates) : undefined
}

const foundIn = ({ field, filled }: ColumnValues, kind: ScanKind, serious: boolean, hits: readonly { v: string; n: number }[]): Found => ({
  kind,
  fields: [field.id],
  serious,
  hits: sum(hits),
  ofRows: filled,
  examples: [...new Set(hits.slice(0, 3).map(({ v }) => mask(v)))],
})

const sum = (values: readonly { n: number }[]): number => values.reduce((all, { n }) => all + n, 0)

/** Where people are named, their addresses and telephones are theirs, and points show where they live. */
export function judgeTogether(found: readonly Found[], fields: readonly Pick<Field, 'id' | 'type' | 'meaning'>[], rows: number): Found[] {
  const aboutPeople = found.some(({ kind, serious }) => serious && (kind === 'name' || kind === 'birth-date' || kind === 'tax-id'))
  if (!aboutPeople) return [...found]
  const points = fields.filter(({ type, meaning }) => type === 'geometry' || meaning === 'longitude' || meaning === 'latitude').map(({ id }) => id)
  const coordinate: Found[] = points.length > 0 ? [{ kind: 'coordinate', fields: points, serious: true, hits: rows, ofRows: rows, examples: [] }] : []
  return [...found.map((one) => (one.kind === 'address' || one.kind === 'phone' ? { ...one, serious: true } : one)), ...coordinate]
}
