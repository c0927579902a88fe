import type { UnitOfWork } from '@modellregion/kernel'
import type { Loaded } from '../dataset/load.ts'
import { communityOf } from '../discussion/community.ts'
import { digestDataset, formatCode, idOfFile, inLanguage, slugOf } from '../dataset/record.ts'
import type { DistributionRow } from '../dataset/schema.ts'
import type { Draft } from '../draft/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { listVersionsByIds } from '../version/queries.ts'

/** A draft as its public page will show it, without writing anything. Undefined when its organisation is gone. */
export async function previewOf(db: UnitOfWork, draft: Draft): Promise<Loaded | undefined> {
  const { id, document, organisationId } = draft
  const [organisation] = await listOrganisationsByIds(db, [organisationId])
  if (!organisation) return undefined
  const digested = digestDataset(document)
  const ids = document.distribution.flatMap(({ versionId }) => versionId ?? [])
  const versions = new Map(ids.length > 0 ? (await listVersionsByIds(db, ids)).map((version) => [version.id, version]) : [])
  const files = document.distribution.map((file, position): DistributionRow => {
    const version = file.versionId === undefined ? undefined : versions.get(file.versionId)
    return {
      id: idOfFile(id, file, position), datasetId: id, position, title: inLanguage(file.title) ?? version?.name ?? '', url: file.downloadURL[0] ?? file.accessURL[0] ?? '', format: file.format ? formatCode(file.format) : '',
      mediaType: file.mediaType ?? version?.mediaType ?? '', licence: file.license ?? '', byteSize: version?.byteSize ?? file.byteSize ?? null, storedFile: null, versionId: version?.id ?? null, createdAt: draft.createdAt,
    } // prettier-ignore
  })
  const dataset = {
    id, name: draft.name ?? slugOf(digested.title), title: digested.title, document, organisationId, theme: digested.theme, format: digested.format, licence: digested.licence, highValue: digested.highValue, points: digested.points,
    modified: digested.modified, createdAt: draft.createdAt, changedAt: draft.changedAt, withdrawnAt: null, sourceId: null, sourceKey: null,
  } // prettier-ignore
  const services = document.distribution.flatMap(({ accessService }) => [...accessService])
  return { dataset, files, organisation, services, previews: new Map(), source: undefined, series: [], showcases: [], community: await communityOf(db, id) }
}
