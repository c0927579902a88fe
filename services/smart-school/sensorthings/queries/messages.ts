import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { NewObservation } from '../../store/schema.ts'
import { reading } from './columns.ts'
import type { Row } from './read.ts'
import { column, known, scopeOf, tableOf, type Context } from './scope.ts'

/** Observations by their keys, those of sealed series left out. */
export function listByKeys(db: UnitOfWork, context: Context, keys: readonly Pick<NewObservation, 'seriesId' | 'at' | 'seq'>[]): Promise<Row[]> {
  const scope = scopeOf(context, 'Observation')
  const { alias } = scope
  const [series, moments, seqs] = [keys.map(({ seriesId }) => seriesId), keys.map(({ at }) => at), keys.map(({ seq }) => seq ?? 0)]
  return db.many(sql<Row>`
    select ${reading(context, scope)} from unnest(${series}::int[], ${moments}::timestamptz[], ${seqs}::smallint[]) with ordinality k(series_id, at, seq, place)
    join ${tableOf(scope)} on ${known(context, scope)} and ${column(alias, 'series_id')} = k.series_id and ${column(alias, 'phenomenon_time')} = k.at and ${column(alias, 'seq')} = k.seq order by k.place`)
}

export type SeriesReach = { readonly id: number; readonly audience: 'public' | 'school' | 'staff'; readonly schoolId: number | null }
/** Who may hear of series; sealed ones are left out. */
export const listReaches = (db: UnitOfWork, ids: readonly number[]): Promise<SeriesReach[]> =>
  db.many(sql<SeriesReach>`select id, audience, school_id as "schoolId" from smart_school.series where tenant_id = ${db.tenant} and id = any(${[...ids]}::int[]) and audience <> 'sealed'`)
