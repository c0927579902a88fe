import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { DocumentVersion, TownDocument } from './schema.ts'

const columns = sql`ref, class, title, summary, licence, languages, current_version as "currentVersion", retired_at as "retiredAt", changed_at as "changedAt", created_at as "createdAt"`
const versionColumns = sql`ref, number, label, note, files, created_at as "createdAt"`

/** The latest change first; those out of use come last. */
export const listDocuments = (db: UnitOfWork, page: { from: number; size: number }): Promise<TownDocument[]> =>
  db.many(sql<TownDocument>`select ${columns} from portfolio.document where tenant_id = ${db.tenant} order by retired_at is not null, changed_at desc, ref limit ${page.size} offset ${page.from}`)
export const countDocuments = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.document where tenant_id = ${db.tenant}`)
export const findDocument = (db: UnitOfWork, ref: string): Promise<TownDocument | undefined> => db.maybe(sql<TownDocument>`select ${columns} from portfolio.document where tenant_id = ${db.tenant} and ref = ${ref}`)
/** @throws NotFound */
export const getDocument = (db: UnitOfWork, ref: string): Promise<TownDocument> => db.one(sql<TownDocument>`select ${columns} from portfolio.document where tenant_id = ${db.tenant} and ref = ${ref}`)
/** @throws NotFound */
export const getDocumentVersion = (db: UnitOfWork, ref: string, number: number): Promise<DocumentVersion> =>
  db.one(sql<DocumentVersion>`select ${versionColumns} from portfolio.document_version where tenant_id = ${db.tenant} and ref = ${ref} and number = ${number}`)
/** Newest first, without their files. */
export const listDocumentVersions = (db: UnitOfWork, ref: string): Promise<Omit<DocumentVersion, 'files'>[]> =>
  db.many(sql<Omit<DocumentVersion, 'files'>>`select ref, number, label, note, created_at as "createdAt" from portfolio.document_version where tenant_id = ${db.tenant} and ref = ${ref} order by number desc`)
/** What an installation has written, if it was carried out. */
export const findInstalledVersion = (db: UnitOfWork, key: string): Promise<DocumentVersion | undefined> =>
  db.maybe(sql<DocumentVersion>`select ${versionColumns} from portfolio.document_version where tenant_id = ${db.tenant} and install_key = ${key}`)

export type NewDocument = Pick<TownDocument, 'ref' | 'class' | 'title' | 'summary' | 'licence' | 'languages'>
/** Returns 0 when the ref is taken. */
export const insertDocument = (db: UnitOfWork, d: NewDocument): Promise<number> =>
  db.run(sql`
    insert into portfolio.document (tenant_id, ref, class, title, summary, licence, languages, current_version, changed_at, created_at)
    values (${db.tenant}, ${d.ref}, ${d.class}, ${JSON.stringify(d.title)}::jsonb, ${JSON.stringify(d.summary)}::jsonb, ${d.licence}, ${d.languages}, 1, ${db.now}, ${db.now}) on conflict do nothing`)
export const updateDocument = (db: UnitOfWork, d: NewDocument, version: number): Promise<number> =>
  db.run(sql`
    update portfolio.document set class = ${d.class}, title = ${JSON.stringify(d.title)}::jsonb, summary = ${JSON.stringify(d.summary)}::jsonb, licence = ${d.licence}, languages = ${d.languages}, current_version = ${version},
      retired_at = null, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and ref = ${d.ref}`)
export type NewVersion = { readonly ref: string; readonly number: number; readonly label: string; readonly note: string; readonly files: DocumentVersion['files']; readonly installKey: string | null }
/** Returns 0 when the number is taken: somebody else wrote one at the same time. */
export const insertVersion = (db: UnitOfWork, v: NewVersion): Promise<number> =>
  db.run(sql`
    insert into portfolio.document_version (tenant_id, ref, number, label, note, files, install_key, created_at)
    values (${db.tenant}, ${v.ref}, ${v.number}, ${v.label}, ${v.note}, ${JSON.stringify(v.files)}::jsonb, ${v.installKey}, ${db.now}) on conflict do nothing`)
/** Returns 0 when it is so already. */
export const setRetired = (db: UnitOfWork, ref: string, gone: boolean): Promise<number> =>
  db.run(sql`update portfolio.document set retired_at = ${gone ? db.now : null}, changed_at = ${db.now} where tenant_id = ${db.tenant} and ref = ${ref} and (retired_at is null) = ${gone}`)
