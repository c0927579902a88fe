import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Expression } from '../query/ast.ts'
import { reading } from './columns.ts'
import { conditionOf } from './filter.ts'
import type { Row, Wanted } from './read.ts'
import { allOf, column, known, readable, scopeOf, tableOf, type Context, type Fragment } from './scope.ts'

/** Which series a question about observations is about: null when it is about all that there are. Small: a town has some thousand. */
export async function listSeriesAsked(db: UnitOfWork, context: Context, conditions: readonly { entity: 'Datastream' | 'MultiDatastream'; filter: Expression }[]): Promise<number[] | null> {
  const scope = scopeOf(context, conditions[0]?.entity ?? 'Datastream')
  const { alias } = scope
  const multi = conditions.map(({ entity }) => (entity === 'MultiDatastream' ? column(alias, 'multi') : sql`not ${column(alias, 'multi')}`))
  const said = conditions.map(({ entity, filter }) => conditionOf(context, { entity, alias }, filter))
  const { ids } = await db.one(sql<{ ids: number[] | null }>`
    select case when bool_and(asked) is not false then null else coalesce(array_agg(id) filter (where asked), '{}') end as ids from (
      select ${column(alias, 'id')} as id, coalesce(${allOf([readable(context, alias), ...multi, ...said])}, false) as asked from ${tableOf(scope)} where ${column(alias, 'tenant_id')} = ${context.tenant}) x`)
  return ids
}

/** Features of interest that conditions are true of. */
export async function listFeaturesAsked(db: UnitOfWork, context: Context, conditions: readonly Expression[]): Promise<number[]> {
  const scope = scopeOf(context, 'FeatureOfInterest')
  const where = [known(context, scope), ...conditions.map((each) => conditionOf(context, scope, each))]
  return (await db.many(sql<{ id: number }>`select ${column(scope.alias, 'id')} as id from ${tableOf(scope)} where ${allOf(where)}`)).map(({ id }) => id)
}

/** More series than this, and a walk along the moments finds a page sooner than a look into each of them. */
const manySeries = 200

/** The series that can have a place among the first `depth` observations by moment: those whose own first (or last) is among the first. */
export const listOutermostSeries = async (db: UnitOfWork, context: Context, series: readonly number[] | null, descending: boolean, depth: number): Promise<number[]> =>
  (
    await db.many(sql<{ id: number }>`
      select series_id as id from smart_school.latest where tenant_id = ${context.tenant} ${series ? sql`and series_id = any(${[...series]}::int[])` : sql``}
      order by ${descending ? sql`last_time desc, series_id desc` : sql`first_time, series_id`} limit ${depth}`)
  ).map(({ id }) => id)

/**
 * A page of observations of several series in the order of moments. Few series: a page of each, merged. Many and nothing else asked: the outermost
 * ones, merged. Else along the index over moments, passing over other series.
 */
export async function listObservationsOf(db: UnitOfWork, context: Context, series: readonly number[] | null, wanted: Wanted): Promise<Row[]> {
  if (series?.length === 0) return []
  const descending = wanted.orderby[0]?.descending === true
  const depth = wanted.offset + wanted.limit
  const { listWithin, listMerged } = pages(db, context, wanted, descending)
  if (series?.length === 1 || (series && series.length <= manySeries)) return await listMerged(series)
  if (!wanted.filter && !wanted.after && depth <= 1_001) return await listMerged(await listOutermostSeries(db, context, series, descending, depth))
  return await listWithin(series)
}

function pages(db: UnitOfWork, context: Context, wanted: Wanted, descending: boolean) {
  const scope = scopeOf(context, 'Observation')
  const { alias } = scope
  const of = (name: string) => column(alias, name)
  const down = descending ? sql` desc` : sql``
  const sign = descending ? sql`<` : sql`>`
  const at = wanted.after && sql`(timestamptz 'epoch' + ${wanted.after.micros.toString()}::text::bigint * interval '1 microsecond')`
  const after = wanted.after && at ? sql`and ${of('phenomenon_time')} ${sign}= ${at} and (${of('phenomenon_time')}, ${of('series_id')}, ${of('seq')}) ${sign} (${at}, ${wanted.after.seriesId}::int, ${wanted.after.seq}::smallint)` : sql``
  const filter = wanted.filter ? sql`and ${conditionOf(context, scope, wanted.filter)}` : sql``
  const keys = sql`${of('tenant_id')} = ${context.tenant}`
  const own = sql.raw(alias)
  const order = sql`${of('phenomenon_time')}${down}, ${of('series_id')}${down}, ${of('seq')}${down}`
  const rows = (page: Fragment) => db.many(sql<Row>`select ${reading(context, scope)} from (${page}) ${own} order by ${order}`)
  return {
    listMerged: (series: readonly number[]) =>
      rows(sql`select ${own}.* from unnest(${[...series]}::int[]) p(id) cross join lateral (
          select * from ${tableOf(scope)} where ${keys} and ${of('series_id')} = p.id ${after} ${filter} order by ${of('phenomenon_time')}${down}, ${of('seq')}${down} limit ${wanted.offset + wanted.limit}
        ) ${own} order by ${order} limit ${wanted.limit} offset ${wanted.offset}`),
    // The sum keeps the planner from reading and sorting whole series by their own key.
    listWithin: (series: readonly number[] | null) =>
      rows(sql`select ${own}.* from ${tableOf(scope)} where ${keys} ${series ? sql`and (${of('series_id')} + 0) = any(${[...series]}::int[])` : sql``} ${after} ${filter} order by ${order} limit ${wanted.limit} offset ${wanted.offset}`),
  }
}
