import { sql } from '@modellregion/kernel'
import type { Comparison } from '../query/ast.ts'
import { refusal } from '../refusal.ts'
import type { Value } from './columns.ts'
import type { Fragment } from './scope.ts'

type Span = { readonly start: Fragment; readonly end: Fragment | undefined; readonly column?: boolean }

const isTemporal = ({ type }: Value): boolean => type === 'moment' || type === 'span'

/** Whether both sides are moments or intervals, or one is and the other can be read as one. */
export const areTemporal = (left: Value, right: Value): boolean => (isTemporal(left) && (isTemporal(right) || isReadable(right))) || (isTemporal(right) && isReadable(left))
const isReadable = ({ type }: Value): boolean => type === 'json' || type === 'day' || type === 'text'

// Text that is no moment compares as unknown; PostgreSQL would stop the whole statement at it.
const momentOfText = (text: Fragment): Fragment => sql`(case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$' then (${text})::timestamptz end)`

function spanOf(value: Value): Span {
  if (value.type === 'span') return { start: value.sql, end: value.end, ...(value.column && { column: true }) }
  if (value.type === 'json') return { start: momentOfText(sql`(${value.sql} #>> '{}')`), end: undefined }
  if (value.type === 'text') return { start: momentOfText(value.sql), end: undefined }
  return { start: value.type === 'day' ? sql`(${value.sql}::timestamp at time zone 'UTC')` : value.sql, end: undefined }
}

const last = ({ start, end }: Span): Fragment => (end ? sql`coalesce(${end}, ${start})` : start)

/**
 * Compares moments and intervals. An interval is before another when it ends not after the other begins, and at most the other when neither its
 * start nor its end is later. Columns stand alone on their side, so that an index serves them.
 */
export function compareTimes(operator: Comparison, leftValue: Value, rightValue: Value): Fragment {
  const [left, right] = [spanOf(leftValue), spanOf(rightValue)]
  const short = (span: Span, more: (end: Fragment) => Fragment) => (span.end ? sql` and (${span.end} is null or ${more(span.end)})` : sql``)
  switch (operator) {
    case 'eq':
      return left.end || right.end ? sql`(${left.start} = ${right.start} and ${last(left)} = ${last(right)})` : sql`${left.start} = ${right.start}`
    case 'ne':
      return left.end || right.end ? sql`(${left.start} <> ${right.start} or ${last(left)} <> ${last(right)})` : sql`${left.start} <> ${right.start}`
    case 'lt':
      if (left.end === undefined && right.end === undefined) return sql`${left.start} < ${right.start}`
      return sql`(${left.start} < ${right.start}${short(left, (end) => sql`${end} <= ${right.start}`)})`
    case 'gt':
      if (right.end === undefined) return sql`${left.start} > ${right.start}`
      return sql`(${left.start} > ${right.start} and ${left.start} >= ${last(right)})`
    case 'le':
      return left.end || right.end ? sql`(${left.start} <= ${right.start} and ${last(left)} <= ${last(right)})` : sql`${left.start} <= ${right.start}`
    case 'ge':
      return left.end || right.end ? sql`(${left.start} >= ${right.start} and ${last(left)} >= ${last(right)})` : sql`${left.start} >= ${right.start}`
  }
}

/** Relations of intervals: before, after, meets, during, overlaps, starts, finishes. A moment is an interval without length. */
export function relateTimes(name: string, leftValue: Value, rightValue: Value, at?: number): Fragment | undefined {
  if (!intervalFunctions.has(name)) return undefined
  if (!isTemporal(leftValue) && !isReadable(leftValue)) throw refusal(400, 'query', `${name}() compares moments and intervals.`, at)
  if (!isTemporal(rightValue) && !isReadable(rightValue)) throw refusal(400, 'query', `${name}() compares moments and intervals.`, at)
  const [left, right] = [spanOf(leftValue), spanOf(rightValue)]
  const [a, b, c, d] = [left.start, last(left), right.start, last(right)]
  switch (name) {
    case 'before':
      return sql`${b} < ${c}`
    case 'after':
      return sql`${a} > ${d}`
    case 'meets':
      return sql`(${b} = ${c} or ${a} = ${d})`
    case 'during':
      return sql`(${a} >= ${c} and ${b} <= ${d})`
    case 'overlaps':
      return sql`(${a} <= ${d} and ${b} >= ${c})`
    case 'starts':
      return sql`(${a} = ${c} and ${b} <= ${d})`
    default:
      return sql`(${b} = ${d} and ${a} >= ${c})`
  }
}

export const intervalFunctions: ReadonlySet<string> = new Set(['before', 'after', 'meets', 'during', 'overlaps', 'starts', 'finishes'])

/** The start of something temporal, for year() and its like. */
export const startOf = (value: Value): Fragment => spanOf(value).start
