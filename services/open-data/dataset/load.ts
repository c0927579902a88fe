import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { listPreviews, type KeptPreview } from '../copy/queries.ts'
import { getSource } from '../harvest/queries.ts'
import type { Source } from '../harvest/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { findDatasetByName, listDistributions } from './queries.ts'
import type { DatasetRow, DistributionRow, OrganisationRow } from './schema.ts'

export type Loaded = { dataset: DatasetRow; files: DistributionRow[]; previews: ReadonlyMap<string, KeptPreview>; organisation: OrganisationRow; source: Source | undefined }

/** A dataset with everything its page shows. @throws NotFound */
export async function loadDataset(db: UnitOfWork, name: string): Promise<Loaded> {
  const dataset = await findDatasetByName(db, name)
  if (!dataset) throw new NotFound()
  const files = await listDistributions(db, [dataset.id])
  const kept = files.some(({ storedFile }) => storedFile) ? await listPreviews(db, files.map(({ id }) => id)) : []
  const [organisation] = await listOrganisationsByIds(db, [dataset.organisationId])
  if (!organisation) throw new NotFound()
  const source = dataset.sourceId ? await getSource(db, dataset.sourceId) : undefined
  return { dataset, files, organisation, source, previews: new Map(kept.map((preview) => [preview.distributionId, preview])) }
}
