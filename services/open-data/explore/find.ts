import { NotFound, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById, findDistribution } from '../dataset/queries.ts'
import { inLanguage } from '../dataset/record.ts'
import { findDraft } from '../draft/queries.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import type { TableRef } from '../store/table.ts'
import { listVersionsOfFile } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { maySee } from '../version/see.ts'
import { formatLabel } from '../dataset/labels.ts'
import { findRevision } from './queries.ts'

/** A table behind a file of a dataset, for somebody who may see it. */
export type Explored = {
  file: { id: string; title: string; licence: string }
  dataset: { id: string; name: string; title: string; isPublished: boolean }
  organisation: { id: string; title: string }
  /** The upload that is shown; absent for tables that were pushed without a file. */
  version: FileVersion | undefined
  newest: number
  /** How often programs have written into the table since it was uploaded; 0: never, or an older upload is meant. */
  revision: number
  table: TableRef
}

type Seer = Pick<Ask, 'actor' | 'may'>

/**
 * Finds the table of a file: the current one with all that was pushed into it, or that of an older upload by its number.
 * Files of drafts are found for those who work on them. @throws NotFound
 */
export async function findExplored(ask: Seer, db: UnitOfWork, fileId: string, number?: number): Promise<Explored> {
  const versions = await listVersionsOfFile(db, fileId)
  const file = await findDistribution(db, fileId)
  const current = file ? (versions.find(({ id }) => id === file.versionId) ?? versions.find(({ publishedAt }) => publishedAt !== null)) : undefined
  const version = number === undefined ? (current ?? (file ? undefined : versions[0])) : versions.find((one) => one.number === number)
  if (number !== undefined && !version) throw new NotFound()
  if (version && (!version.tableFile || !(await maySee(ask, db, version)))) throw new NotFound()
  if (!file && !version) throw new NotFound()
  const dataset = await datasetOf(db, file?.datasetId ?? version?.datasetId ?? '')
  const [organisation] = await listOrganisationsByIds(db, [dataset.organisationId])
  if (!organisation) throw new NotFound()
  const isCurrent = number === undefined && file !== undefined
  return {
    file: { id: fileId, title: file?.title || (file?.format ? formatLabel(file.format) : '') || version?.name || dataset.title, licence: file?.licence ?? '' },
    dataset,
    organisation: { id: organisation.id, title: organisation.title },
    version,
    newest: (current ?? version)?.number ?? 1,
    revision: isCurrent ? ((await findRevision(db, fileId))?.revision ?? 0) : 0,
    table: version && !isCurrent ? { versionId: version.id } : { distributionId: fileId },
  }
}

async function datasetOf(db: UnitOfWork, id: string): Promise<Explored['dataset'] & { organisationId: string }> {
  const dataset = await findDatasetById(db, id)
  if (dataset && !dataset.withdrawnAt) return { id, name: dataset.name, title: dataset.title, isPublished: true, organisationId: dataset.organisationId }
  const draft = dataset ? undefined : await findDraft(db, id)
  if (!draft) throw new NotFound()
  return { id, name: draft.name ?? '', title: inLanguage(draft.document.title) ?? '', isPublished: false, organisationId: draft.organisationId }
}
