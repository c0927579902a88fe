import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../../dcat/schema.ts'
import * as series from '../../series/queries.ts'

/** What an export needs of a dataset. */
export type Exported = { id: string; name: string; document: Dataset; createdAt: Date; changedAt: Date; withdrawnAt: Date | null }
const columns = sql`d.id, d.name, d.document, d.created_at as "createdAt", d.changed_at as "changedAt", d.withdrawn_at as "withdrawnAt"`

export const findExported = (db: UnitOfWork, name: string): Promise<Exported | undefined> =>
  db.maybe(sql<Exported>`select ${columns} from open_data.dataset d where d.tenant_id = ${db.tenant} and d.name = ${name}`)

/** In the order of their ids. */
export const listExported = (db: UnitOfWork, ids: readonly string[]): Promise<Exported[]> =>
  db.many(sql<Exported>`select ${columns} from open_data.dataset d where d.tenant_id = ${db.tenant} and d.id = any(${ids}::uuid[]) and d.withdrawn_at is null order by d.id`)

export type Entry = { id: string; name: string; title: string; summary: string; organisation: string; theme: string[]; createdAt: Date; changedAt: Date }
/** Published datasets, the most recently changed first; among `ids` when given. */
export const listEntries = (db: UnitOfWork, ids: readonly string[] | undefined, size: number): Promise<Entry[]> =>
  db.many(sql<Entry>`
    select d.id, d.name, d.title, d.summary, o.title as organisation, d.theme, d.created_at as "createdAt", d.changed_at as "changedAt"
    from open_data.dataset d join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null ${ids ? sql`and d.id = any(${ids}::uuid[])` : sql``} order by d.changed_at desc, d.id limit ${size}`)

/** What the portal keeps of a file of its own. */
export type OwnFile = { id: string; sha256: string; byteSize: number; mediaType: string }
const listOwnFiles = (db: UnitOfWork, versionIds: readonly string[]): Promise<OwnFile[]> =>
  db.many(sql<OwnFile>`select id, sha256, byte_size as "byteSize", media_type as "mediaType" from open_data.file_version where tenant_id = ${db.tenant} and id = any(${versionIds}::uuid[])`)

/** What stands beside some datasets in an export: their own files, and the series and services they belong to. */
export type Beside = {
  files: ReadonlyMap<string, OwnFile>
  places: readonly series.Place[]
  series: readonly Awaited<ReturnType<typeof series.listEntries<'series'>>>[number][]
  services: readonly Awaited<ReturnType<typeof series.listEntries<'service'>>>[number][]
  serving: readonly series.Serving[]
  harvestedSeries: Awaited<ReturnType<typeof series.listHarvestedSeries>>
  harvestedServices: Awaited<ReturnType<typeof series.listHarvestedServing>>
}

/** @param all true adds the town's own series and services that none of these datasets belongs to */
export async function listBeside(db: UnitOfWork, datasets: readonly Exported[], all: boolean): Promise<Beside> {
  const ids = datasets.map(({ id }) => id)
  const versions = datasets.flatMap(({ document }) => document.distribution.flatMap(({ versionId }) => versionId ?? []))
  const uris = datasets.flatMap(({ document }) => document.uri ?? [])
  const named = [...new Set(datasets.flatMap(({ document }) => document.inSeries))]
  const places = ids.length > 0 ? await series.listPlaces(db, ids) : []
  const serving = ids.length > 0 ? await series.listServing(db, ids) : []
  const ownSeries = places.length > 0 || all ? await series.listEntries(db, 'series') : []
  const ownServices = serving.length > 0 || all ? await series.listEntries(db, 'service') : []
  return {
    files: new Map(versions.length > 0 ? (await listOwnFiles(db, versions)).map((file) => [file.id, file]) : []),
    places,
    serving,
    series: ownSeries.filter(({ name }) => all || places.some((place) => place.series === name)),
    services: ownServices.filter(({ name }) => all || serving.some((service) => service.name === name)),
    harvestedSeries: named.length > 0 ? await series.listHarvestedSeries(db, named) : [],
    harvestedServices: uris.length > 0 ? await series.listHarvestedServing(db, uris) : [],
  }
}
