import { sql } from '@modellregion/kernel'
import { heard, type Caller } from '../caller.ts'
import type { EntityName } from '../model.ts'
import type { Call } from '../query/ast.ts'

export type Fragment = ReturnType<typeof sql<unknown>>

/** What a geometry function says about each member of its entity, computed before the statement: numbers by id, or the ids for which it holds. */
export type Geometry = { readonly type: 'number'; readonly byId: Readonly<Record<string, number>> } | { readonly type: 'boolean'; readonly ids: readonly number[] }

/** What a statement is made for. `next` counts the aliases. */
export type Context = { readonly tenant: string; readonly now: Date; readonly caller: Caller; readonly geometry: ReadonlyMap<Call, Geometry>; next: number }

/** An entity under an alias of the statement. */
export type Scope = { readonly entity: EntityName; readonly alias: string }

export const openContext = (tenant: string, now: Date, caller: Caller, geometry: ReadonlyMap<Call, Geometry> = new Map()): Context => ({ tenant, now, caller, geometry, next: 0 })

export function scopeOf(context: Context, entity: EntityName): Scope {
  context.next += 1
  return { entity, alias: `e${context.next}` }
}

const tables: Readonly<Record<EntityName, string>> = {
  Thing: 'thing',
  Location: 'location',
  HistoricalLocation: 'historical_location',
  Datastream: 'series',
  MultiDatastream: 'series',
  Sensor: 'sensor',
  ObservedProperty: 'observed_property',
  Observation: 'observation',
  FeatureOfInterest: 'feature_of_interest',
}

export const column = (alias: string, name: string): Fragment => sql.raw(`${alias}.${name}`)
export const tableOf = ({ entity, alias }: Scope): Fragment => sql.raw(`smart_school.${tables[entity]} ${alias}`)
export const allOf = (conditions: readonly Fragment[]): Fragment => (conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`)

/** Series whose single values the caller may read. */
export function readable({ caller }: Context, alias: string): Fragment {
  const audience = column(alias, 'audience')
  const others = heard(caller).filter((each) => each !== 'public')
  if (others.length === 0) return sql`${audience} = 'public'`
  const school = caller.schoolId === null ? sql`true` : sql`${column(alias, 'school_id')} = ${caller.schoolId}::int`
  return sql`(${audience} = 'public' or (${audience} = any(${others}::text[]) and ${school}))`
}

/**
 * What holds for every member of an entity that the caller may know of: the town, the kind of series, the audience. `trusted`: observations were
 * reached over a series that was judged already.
 */
export function known(context: Context, { entity, alias }: Scope, trusted = false): Fragment {
  const town = sql`${column(alias, 'tenant_id')} = ${context.tenant}`
  if (entity === 'Datastream') return sql`${town} and not ${column(alias, 'multi')} and ${readable(context, alias)}`
  if (entity === 'MultiDatastream') return sql`${town} and ${column(alias, 'multi')} and ${readable(context, alias)}`
  if (entity !== 'Observation' || trusted) return town
  context.next += 1
  const series = `s${context.next}`
  return sql`${town} and exists (select from ${sql.raw(`smart_school.series ${series}`)} where ${column(series, 'tenant_id')} = ${context.tenant} and ${column(series, 'id')} = ${column(alias, 'series_id')} and ${readable(context, series)})`
}
