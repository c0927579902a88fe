import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { listPreviews, type KeptPreview } from '../copy/queries.ts'
import { tablesOf, type FileTable } from '../explore/tables-of.ts'
import type { DataService } from '../dcat/schema.ts'
import { communityOf } from '../discussion/community.ts'
import type { Community } from '../discussion/pages/community.tsx'
import { getSource, listSeries, listServicesFor } from '../harvest/queries.ts'
import type { Source } from '../harvest/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import type { Evidence } from '../quality/mqa.ts'
import { listPlaces, listServing, type Place } from '../series/queries.ts'
import { findEvidence } from '../upkeep/evidence.ts'
import { findDatasetByName, listDistributions } from './queries.ts'
import { listShowcasesOf } from '../showcase/queries.ts'
import type { Showcase } from '../showcase/schema.ts'
import type { DatasetRow, DistributionRow, OrganisationRow } from './schema.ts'

export type Loaded = {
  dataset: DatasetRow
  files: DistributionRow[]
  previews: ReadonlyMap<string, KeptPreview>
  tables: ReadonlyMap<string, FileTable>
  organisation: OrganisationRow
  source: Source | undefined
  services: DataService[]
  series: { key: string; title: string }[]
  /** Where it stands in series of the town's own. */
  places: Place[]
  /** What the nightly checks of addresses found. */
  evidence: Evidence
  showcases: Showcase[]
  community: Community
}

/** A dataset with everything its page shows. */
export async function findDataset(db: UnitOfWork, name: string): Promise<Loaded | undefined> {
  const dataset = await findDatasetByName(db, name)
  return dataset && (await loadAround(db, dataset, await listDistributions(db, [dataset.id])))
}

/** What a page shows around a dataset; of drafts too, as they would be published. @throws NotFound when its organisation is gone */
export async function loadAround(db: UnitOfWork, dataset: DatasetRow, files: DistributionRow[]): Promise<Loaded> {
  const kept = files.some(({ storedFile }) => storedFile) ? await listPreviews(db, files.map(({ id }) => id)) : []
  const tables = await tablesOf(db, files.map(({ id }) => id))
  const [organisation] = await listOrganisationsByIds(db, [dataset.organisationId])
  if (!organisation) throw new NotFound()
  const source = dataset.sourceId ? await getSource(db, dataset.sourceId) : undefined
  const services = await servicesOf(db, dataset)
  const series = dataset.sourceId && dataset.document.inSeries.length > 0 ? await listSeries(db, dataset.sourceId, dataset.document.inSeries) : []
  const places = await listPlaces(db, [dataset.id])
  const evidence = await findEvidence(db, dataset.id)
  const showcases = await listShowcasesOf(db, dataset.id)
  const community = await communityOf(db, dataset.id)
  return { dataset, files, tables, organisation, source, services, series, places, evidence, showcases, community, previews: new Map(kept.map((preview) => [preview.distributionId, preview])) }
}

// A service stands beside a file of the dataset or names the dataset itself; twins by address count once.
async function servicesOf(db: UnitOfWork, { id, document, sourceId }: DatasetRow): Promise<DataService[]> {
  const named = sourceId && document.uri ? (await listServicesFor(db, sourceId, document.uri)).map((row) => row.document) : []
  const all = [...document.distribution.flatMap(({ accessService }) => accessService), ...named, ...(await listServing(db, [id])).map((row) => row.document)]
  return [...new Map(all.map((service) => [service.endpointURL[0] ?? service.uri, service])).values()]
}
