import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { listPreviews, type KeptPreview } from '../copy/queries.ts'
import type { DataService } from '../dcat/schema.ts'
import { communityOf } from '../discussion/community.ts'
import type { Community } from '../discussion/pages/community.tsx'
import { getSource, listSeries, listServicesFor } from '../harvest/queries.ts'
import type { Source } from '../harvest/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { findDatasetByName, listDistributions } from './queries.ts'
import { listShowcasesOf } from '../showcase/queries.ts'
import type { Showcase } from '../showcase/schema.ts'
import type { DatasetRow, DistributionRow, OrganisationRow } from './schema.ts'

export type Loaded = {
  dataset: DatasetRow
  files: DistributionRow[]
  previews: ReadonlyMap<string, KeptPreview>
  organisation: OrganisationRow
  source: Source | undefined
  services: DataService[]
  series: { key: string; title: string }[]
  showcases: Showcase[]
  community: Community
}

/** A dataset with everything its page shows. */
export async function findDataset(db: UnitOfWork, name: string): Promise<Loaded | undefined> {
  const dataset = await findDatasetByName(db, name)
  if (!dataset) return undefined
  const files = await listDistributions(db, [dataset.id])
  const kept = files.some(({ storedFile }) => storedFile) ? await listPreviews(db, files.map(({ id }) => id)) : []
  const [organisation] = await listOrganisationsByIds(db, [dataset.organisationId])
  if (!organisation) throw new NotFound()
  const source = dataset.sourceId ? await getSource(db, dataset.sourceId) : undefined
  const services = await servicesOf(db, dataset)
  const series = dataset.sourceId && dataset.document.inSeries.length > 0 ? await listSeries(db, dataset.sourceId, dataset.document.inSeries) : []
  const showcases = await listShowcasesOf(db, dataset.id)
  const community = await communityOf(db, dataset.id)
  return { dataset, files, organisation, source, services, series, showcases, community, previews: new Map(kept.map((preview) => [preview.distributionId, preview])) }
}

// A service stands beside a file of the dataset or names the dataset itself; twins by address count once.
async function servicesOf(db: UnitOfWork, { document, sourceId }: DatasetRow): Promise<DataService[]> {
  const named = sourceId && document.uri ? (await listServicesFor(db, sourceId, document.uri)).map((row) => row.document) : []
  const all = [...document.distribution.flatMap(({ accessService }) => accessService), ...named]
  return [...new Map(all.map((service) => [service.endpointURL[0] ?? service.uri, service])).values()]
}
