import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { EntityName } from '../model.ts'
import type { Expression, Ordering } from '../query/ast.ts'
import { reading } from './columns.ts'
import { conditionOf, momentOfMicros, observationAt, orderValue } from './filter.ts'
import { isTrusted, linked } from './relations.ts'
import { allOf, column, known, scopeOf, tableOf, type Context, type Fragment, type Scope } from './scope.ts'
import type { ObservationKey } from '../observation-id.ts'

/** A row as `reading` gives it: names of the standard, and fields that links start from. */
export type Row = Readonly<Record<string, unknown>>

export type Wanted = {
  readonly entity: EntityName
  readonly filter?: Expression | undefined
  readonly orderby: readonly Ordering[]
  readonly limit: number
  readonly offset: number
  /** Observations after this one, in the order of moments. */
  readonly after?: ObservationKey | undefined
  /** Observations of these features only. */
  readonly features?: readonly number[] | undefined
}
/** Over which link, from which number. */
export type From = { readonly entity: EntityName; readonly link: string; readonly start: number }

/** Nothing may take longer; then the caller is told how to ask for less. Milliseconds. */
export const patience = 8_000

/** First statement of each reading unit. Compiling a plan to machine code costs more than the short statements it would speed up. */
export const beginReading = (db: UnitOfWork): Promise<unknown> => db.one(sql`select set_config('statement_timeout', ${String(patience)}, true), set_config('jit', 'off', true)`)

/**
 * For conditions over the observations of things and series: the planner hopes for an early match and would read a whole table of series for each
 * thing, because its first row costs a little less than an index's. Measured: 40 times slower.
 */
export const preferIndexes = (db: UnitOfWork): Promise<unknown> => db.one(sql`select set_config('enable_seqscan', 'off', true)`)

const isByMoment = (entity: EntityName, orderby: readonly Ordering[]): boolean =>
  entity === 'Observation' && (orderby.length === 0 || (orderby.length === 1 && orderby[0]?.by.kind === 'path' && orderby[0].by.segments.length === 1 && orderby[0].by.segments[0] === 'phenomenonTime'))

/** Observations in the order of their moments can go on after any of them (`$skiptoken`), at any depth at the same cost. */
export const goesOnByKey = (wanted: Pick<Wanted, 'entity' | 'orderby'>): boolean => isByMoment(wanted.entity, wanted.orderby)

function orderOf(context: Context, scope: Scope, orderby: readonly Ordering[], oneSeries: boolean): Fragment {
  const { entity, alias } = scope
  const descending = orderby[0]?.descending ? sql` desc` : sql``
  if (isByMoment(entity, orderby)) {
    const series = oneSeries ? sql`` : sql`${column(alias, 'series_id')}${descending}, `
    return sql`${column(alias, 'phenomenon_time')}${descending}, ${series}${column(alias, 'seq')}${descending}`
  }
  const said = orderby.map(({ by, descending: down }) => (down ? sql`${orderValue(context, scope, by)} desc nulls last` : orderValue(context, scope, by)))
  const tie = entity === 'Observation' ? [sql`${column(alias, 'phenomenon_time')}`, sql`${column(alias, 'series_id')}`, sql`${column(alias, 'seq')}`] : [column(alias, 'id')]
  return sql.join([...said, ...tie])
}

function afterKey({ alias }: Scope, { orderby, after }: Wanted, oneSeries: boolean): Fragment | undefined {
  if (!after) return undefined
  const sign = orderby[0]?.descending ? sql`<` : sql`>`
  const at = momentOfMicros(after.micros)
  if (oneSeries) return sql`(${column(alias, 'phenomenon_time')}, ${column(alias, 'seq')}) ${sign} (${at}, ${after.seq}::smallint)`
  // The first condition is what the index over moments serves.
  return sql`(${column(alias, 'phenomenon_time')} ${sign}= ${at} and (${column(alias, 'phenomenon_time')}, ${column(alias, 'series_id')}, ${column(alias, 'seq')}) ${sign} (${at}, ${after.seriesId}::int, ${after.seq}::smallint))`
}

function selectOf(context: Context, scope: Scope, wanted: Wanted, where: readonly Fragment[], oneSeries: boolean): Fragment {
  const after = afterKey(scope, wanted, oneSeries)
  const conditions = [...where, ...(after ? [after] : []), ...(wanted.filter ? [conditionOf(context, scope, wanted.filter)] : [])]
  const order = () => orderOf(context, scope, wanted.orderby, oneSeries)
  // Rows that are passed over are not made into answers: that is what the select within is for.
  return sql`select ${reading(context, scope)} from (select ${sql.raw(scope.alias)}.* from ${tableOf(scope)} where ${allOf(conditions)} order by ${order()} limit ${wanted.limit} offset ${wanted.offset}) ${sql.raw(scope.alias)} order by ${order()}`
}

/** One feature is asked for by itself, so that its index also gives the order of moments. */
export const ofFeatures = ({ alias }: Scope, features: readonly number[]): Fragment =>
  features.length === 1 ? sql`${column(alias, 'feature_id')} = ${features[0]}::int` : sql`${column(alias, 'feature_id')} = any(${[...features]}::int[])`

/** Members of a set, or of what a link leads to. `series`: of which series observations are asked for; null: of all. */
export function listMembers(db: UnitOfWork, context: Context, wanted: Wanted, from?: From, series?: readonly number[] | null): Promise<Row[]> {
  const scope = scopeOf(context, wanted.entity)
  const oneSeries = from !== undefined && isTrusted(from.entity, from.link)
  const where = [
    known(context, scope, oneSeries || series !== undefined),
    ...(from ? [linked(context, from.entity, from.link, sql`${from.start}::int`, scope)] : []),
    ...(series ? [sql`${column(scope.alias, 'series_id')} = any(${[...series]}::int[])`] : []),
    ...(wanted.features ? [ofFeatures(scope, wanted.features)] : []),
  ]
  return db.many(sql<Row>`${selectOf(context, scope, wanted, where, oneSeries)}`)
}

/** What a link leads to from many starts at once: one statement, for each start its own page. Rows carry `_start`. */
export function listLinked(db: UnitOfWork, context: Context, entity: EntityName, link: string, starts: readonly number[], wanted: Wanted): Promise<Row[]> {
  const scope = scopeOf(context, wanted.entity)
  const trusted = isTrusted(entity, link)
  const start = sql`p.start`
  const where = [known(context, scope, trusted), linked(context, entity, link, start, scope)]
  return db.many(sql<Row>`
    select p.start as _start, x.* from unnest(${[...starts]}::int[]) with ordinality p(start, place)
    cross join lateral (select row_number() over () as _row, y.* from (${selectOf(context, scope, wanted, where, trusted)}) y) x order by p.place, x._row`)
}

/** The last observation of many series, by way of the latest values that are kept with each write: one look-up for each series, whatever its age. */
export function listLastObservations(db: UnitOfWork, context: Context, seriesIds: readonly number[]): Promise<Row[]> {
  const scope = scopeOf(context, 'Observation')
  const { alias } = scope
  return db.many(sql<Row>`
    select l.series_id as _start, x.* from smart_school.latest l
    cross join lateral (select ${reading(context, scope)} from ${tableOf(scope)} where ${column(alias, 'tenant_id')} = ${context.tenant} and ${column(alias, 'series_id')} = l.series_id
      and ${column(alias, 'phenomenon_time')} = l.last_time order by ${column(alias, 'seq')} desc limit 1) x
    where l.tenant_id = ${context.tenant} and l.series_id = any(${[...seriesIds]}::int[])`)
}

/** The same without what only the observation's own row knows (its id, feature, quality): from the kept values alone. */
export const listLastResults = (db: UnitOfWork, context: Context, seriesIds: readonly number[]): Promise<Row[]> =>
  db.many(sql<Row>`
    select series_id as _start, series_id as _series, (extract(epoch from last_time) * 1000000)::bigint::text as at, 0 as seq, number, result, (extract(epoch from result_time) * 1000000)::bigint::text as "resultTime"
    from smart_school.latest where tenant_id = ${context.tenant} and series_id = any(${[...seriesIds]}::int[])`)

/** One entity by its key, when the caller may know of it. */
export function findMember(db: UnitOfWork, context: Context, entity: EntityName, key: number | ObservationKey, from?: From): Promise<Row | undefined> {
  const scope = scopeOf(context, entity)
  const at = typeof key === 'number' ? sql`${column(scope.alias, 'id')} = ${key}::int` : observationAt(scope.alias, key.seriesId, key.micros, key.seq)
  const over = from ? sql` and ${linked(context, from.entity, from.link, sql`${from.start}::int`, scope)}` : sql``
  return db.maybe(sql<Row>`select ${reading(context, scope)} from ${tableOf(scope)} where ${known(context, scope)} and ${at}${over}`)
}
