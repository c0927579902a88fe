import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../../dcat/schema.ts'

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
export const listOwnFiles = (db: UnitOfWork, versionIds: readonly string[]): Promise<OwnFile[]> =>
  db.many(sql<OwnFile>`select id, sha256, byte_size as "byteSize", media_type as "mediaType" from open_data.file_version where tenant_id = ${db.tenant} and id = any(${versionIds}::uuid[])`)
