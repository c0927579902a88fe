import type { UnitOfWork } from '@modellregion/kernel'
import * as series from '../../series/queries.ts'
import type { SeriesEntry, ServiceEntry } from '../../series/schema.ts'
import { listOwnFiles, type Exported, type OwnFile } from './queries.ts'

/** What stands beside some datasets in an export: their own files, and the series and services they belong to. */
export type Beside = {
  files: ReadonlyMap<string, OwnFile>
  places: readonly series.Place[]
  series: readonly SeriesEntry[]
  services: readonly ServiceEntry[]
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
