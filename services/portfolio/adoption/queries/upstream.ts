import { sql, type UnitOfWork } from '@modellregion/kernel'

/** The newest version of an entry that is still offered, without its files. */
export type Newest = { readonly entryId: string; readonly number: number; readonly label: string; readonly sha256: string | null; readonly createdAt: Date }

/** Of several entries; those that are gone, hidden or without files are left out. */
export const listNewest = (db: UnitOfWork, entryIds: readonly string[]): Promise<Newest[]> =>
  db.many(sql<Newest>`
    select v.entry_id as "entryId", v.number, v.label, v.sha256, v.created_at as "createdAt"
    from portfolio.entry e join portfolio.entry_version v on v.entry_id = e.id and v.number = e.current_version
    where e.id = any(${entryIds}::uuid[]) and e.retired_at is null and v.files is not null`)
