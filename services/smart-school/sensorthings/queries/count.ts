import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { EntityName } from '../model.ts'
import type { Expression } from '../query/ast.ts'
import { conditionOf } from './filter.ts'
import { isTrusted, linked } from './relations.ts'
import { ofFeatures, patience, type From } from './read.ts'
import { allOf, column, known, scopeOf, tableOf, type Context, type Fragment } from './scope.ts'

/** Counted exactly up to here; above, the planner's estimate is given and said to be one. */
export const exactUntil = 10_000

export type Count = { readonly count: number; readonly estimate: boolean }

/** How many members a set has. `series`: which series a question about observations is about. */
export async function countMembers(db: UnitOfWork, context: Context, entity: EntityName, filter: Expression | undefined, from?: From, series?: readonly number[] | null, features?: readonly number[]): Promise<Count> {
  const scope = scopeOf(context, entity)
  const trusted = series !== undefined || (from !== undefined && isTrusted(from.entity, from.link))
  const conditions = [
    known(context, scope, trusted),
    ...(from ? [linked(context, from.entity, from.link, sql`${from.start}::int`, scope)] : []),
    ...(series ? [sql`${column(scope.alias, 'series_id')} = any(${[...series]}::int[])`] : []),
    ...(features ? [ofFeatures(scope, features)] : []),
    ...(filter ? [conditionOf(context, scope, filter)] : []),
  ]
  const members = sql`from ${tableOf(scope)} where ${allOf(conditions)}`
  const n = await countInTime(db, members)
  if (n !== undefined && n <= exactUntil) return { count: n, estimate: false }
  return { count: Math.max(n ?? 0, await estimate(db, members)), estimate: true }
}

/** Milliseconds that counting may take; the page itself is more important. */
const countingPatience = 2_000

// Undefined: it took too long. The unit goes on, because it goes back to before the count.
async function countInTime(db: UnitOfWork, members: Fragment): Promise<number | undefined> {
  await db.run(sql`savepoint counting`)
  try {
    await db.one(sql`select set_config('statement_timeout', ${String(countingPatience)}, true)`)
    const { n } = await db.one(sql<{ n: number }>`select count(*)::int as n from (select ${members} limit ${exactUntil + 1}) x`)
    await db.one(sql`select set_config('statement_timeout', ${String(patience)}, true)`)
    await db.run(sql`release savepoint counting`)
    return n
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '57014') throw error
    await db.run(sql`rollback to savepoint counting`)
    return undefined
  }
}

/** What the planner expects, without looking. */
export async function estimate(db: UnitOfWork, members: Fragment): Promise<number> {
  const plan = await db.one(sql<{ 'QUERY PLAN': readonly { Plan: { 'Plan Rows': number } }[] }>`explain (format json) select ${members}`)
  return plan['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** All observations of series, from the counts that are kept with each write: exact at any size. Null: of every series of the town. */
export const countObservationsOf = async (db: UnitOfWork, context: Context, series: readonly number[] | null): Promise<number> =>
  (await db.one(sql<{ n: number }>`select coalesce(sum(count), 0)::float8 as n from smart_school.latest where tenant_id = ${context.tenant} ${series ? sql`and series_id = any(${[...series]}::int[])` : sql``}`)).n

/** How many members a link has from each of many starts. */
export async function countLinked(db: UnitOfWork, context: Context, entity: EntityName, link: string, target: EntityName, starts: readonly number[], filter: Expression | undefined): Promise<Map<number, Count>> {
  const scope = scopeOf(context, target)
  const where = [known(context, scope, isTrusted(entity, link)), linked(context, entity, link, sql`p.start`, scope), ...(filter ? [conditionOf(context, scope, filter)] : [])]
  const kept = isTrusted(entity, link) && !filter
  const rows = await db.many(
    kept
      ? sql<{ start: number; n: number }>`select p.start, coalesce(l.count, 0)::float8 as n from unnest(${[...starts]}::int[]) p(start) left join smart_school.latest l on l.tenant_id = ${context.tenant} and l.series_id = p.start`
      : sql<{ start: number; n: number }>`select p.start, (select count(*)::int from (select from ${tableOf(scope)} where ${allOf(where)} limit ${exactUntil + 1}) x) as n from unnest(${[...starts]}::int[]) p(start)`,
  )
  return new Map(rows.map(({ start, n }) => [start, { count: n, estimate: !kept && n > exactUntil }]))
}
