import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { EntityName } from '../model.ts'

const sources: Readonly<Partial<Record<EntityName, ReturnType<typeof sql>>>> = {
  Location: sql`id, location as geometry from smart_school.location`,
  FeatureOfInterest: sql`id, feature as geometry from smart_school.feature_of_interest`,
  Datastream: sql`id, observed_area as geometry from smart_school.series`,
  MultiDatastream: sql`id, observed_area as geometry from smart_school.series`,
}

/** More places than this in one town are not searched by geometry. */
export const mostPlaces = 20_000

/** The geometries of an entity, one more than are searched at most. */
export async function listGeometries(db: UnitOfWork, entity: EntityName): Promise<{ id: number; geometry: unknown }[]> {
  const source = sources[entity]
  return source ? await db.many(sql<{ id: number; geometry: unknown }>`select ${source} where tenant_id = ${db.tenant} limit ${mostPlaces + 1}`) : []
}
