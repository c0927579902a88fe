import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Entry, EntryVersion, NewEntry } from './schema.ts'

// Shared tables: row security shows what is published and what belongs to the unit's own town. Nothing but the owner's rows is ever written.
const columns = sql`id, town, published, class, kind, item_ref as "itemRef", title, summary, problem, description, licence, languages, topics, origin, source_url as "sourceUrl", page_url as "pageUrl",
  contact, effort, cost, service, project, publiccode, vitality, current_version as "currentVersion", retired_at as "retiredAt", changed_at as "changedAt", created_at as "createdAt"`
const versionColumns = sql`entry_id as "entryId", number, town, published, label, note, files, sha256, created_at as "createdAt"`

/** @throws NotFound, also when it is another town's and not published */
export const getEntry = (db: UnitOfWork, id: string): Promise<Entry> => db.one(sql<Entry>`select ${columns} from portfolio.entry where id = ${id}`)
export const findEntry = (db: UnitOfWork, id: string): Promise<Entry | undefined> => db.maybe(sql<Entry>`select ${columns} from portfolio.entry where id = ${id}`)
/** The unit's own entry, locked until the unit ends. */
export const lockOwnEntry = (db: UnitOfWork, id: string): Promise<Entry | undefined> => db.maybe(sql<Entry>`select ${columns} from portfolio.entry where town = ${db.tenant} and id = ${id} for update`)
/** Entries by id, in no order; missing and hidden ones are left out. */
export const listEntries = (db: UnitOfWork, ids: readonly string[]): Promise<Entry[]> => db.many(sql<Entry>`select ${columns} from portfolio.entry where id = any(${ids}::uuid[])`)
/** The unit's own entries, published or not, the latest change first. */
export const listOwnEntries = (db: UnitOfWork, page: { from: number; size: number }): Promise<Entry[]> =>
  db.many(sql<Entry>`select ${columns} from portfolio.entry where town = ${db.tenant} order by changed_at desc, id limit ${page.size} offset ${page.from}`)
/** The newest published entries of all towns. */
export const listNewestEntries = (db: UnitOfWork, size: number): Promise<Entry[]> =>
  db.many(sql<Entry>`select ${columns} from portfolio.entry where published and retired_at is null order by changed_at desc, id limit ${size}`)
/** The entry of a thing of the unit's own town. */
export const findEntryOfItem = (db: UnitOfWork, kind: string, ref: string): Promise<Entry | undefined> =>
  db.maybe(sql<Entry>`select ${columns} from portfolio.entry where town = ${db.tenant} and kind = ${kind} and item_ref = ${ref}`)
export const listEntriesOfKind = (db: UnitOfWork, kind: string): Promise<Entry[]> => db.many(sql<Entry>`select ${columns} from portfolio.entry where town = ${db.tenant} and kind = ${kind} order by id`)

/** Newest first, with their files. */
export const listEntryVersions = (db: UnitOfWork, entryId: string): Promise<EntryVersion[]> =>
  db.many(sql<EntryVersion>`select ${versionColumns} from portfolio.entry_version where entry_id = ${entryId} order by number desc`)
export const findEntryVersion = (db: UnitOfWork, entryId: string, number: number): Promise<EntryVersion | undefined> =>
  db.maybe(sql<EntryVersion>`select ${versionColumns} from portfolio.entry_version where entry_id = ${entryId} and number = ${number}`)

/** The newest one without its files. */
export const findNewestVersion = (db: UnitOfWork, entryId: string): Promise<Pick<EntryVersion, 'number' | 'label' | 'sha256'> | undefined> =>
  db.maybe(sql<Pick<EntryVersion, 'number' | 'label' | 'sha256'>>`select number, label, sha256 from portfolio.entry_version where entry_id = ${entryId} order by number desc limit 1`)

/** Writes the unit's own entry, new or changed. Its town and the moment of its making stay. Returns 0 when the id belongs to another town. */
export const upsertEntry = (db: UnitOfWork, e: NewEntry): Promise<number> =>
  db.run(sql`
    insert into portfolio.entry (id, town, published, class, kind, item_ref, title, summary, problem, description, licence, languages, topics, origin, source_url, page_url, contact, effort, cost, service, project, publiccode, vitality, changed_at, created_at)
    values (${e.id}, ${db.tenant}, ${e.published}, ${e.class}, ${e.kind}, ${e.itemRef}, ${JSON.stringify(e.title)}::jsonb, ${JSON.stringify(e.summary)}::jsonb, ${e.problem}, ${e.description}, ${e.licence}, ${e.languages}, ${e.topics},
      ${e.origin}, ${e.sourceUrl}, ${e.pageUrl}, ${JSON.stringify(e.contact)}::jsonb, ${JSON.stringify(e.effort)}::jsonb, ${JSON.stringify(e.cost)}::jsonb, ${e.service}, ${e.project},
      ${e.publiccode === undefined ? null : JSON.stringify(e.publiccode)}::jsonb, ${e.vitality ? JSON.stringify(e.vitality) : null}::jsonb, ${db.now}, ${db.now})
    on conflict (id) do update set published = excluded.published, class = excluded.class, kind = excluded.kind, item_ref = excluded.item_ref, title = excluded.title, summary = excluded.summary, problem = excluded.problem,
      description = excluded.description, licence = excluded.licence, languages = excluded.languages, topics = excluded.topics, source_url = excluded.source_url, page_url = excluded.page_url, contact = excluded.contact,
      effort = excluded.effort, cost = excluded.cost, service = excluded.service, project = excluded.project, publiccode = coalesce(excluded.publiccode, entry.publiccode), vitality = coalesce(excluded.vitality, entry.vitality), changed_at = excluded.changed_at
    where entry.town = ${db.tenant}`)

/** Shows an entry and all its versions to all towns, or hides them. */
export async function setEntryPublished(db: UnitOfWork, id: string, published: boolean): Promise<void> {
  await db.run(sql`update portfolio.entry set published = ${published}, changed_at = ${db.now} where town = ${db.tenant} and id = ${id}`)
  await db.run(sql`update portfolio.entry_version set published = ${published} where town = ${db.tenant} and entry_id = ${id}`)
}
/** An entry that is not offered any more; whoever has it keeps it. */
export const retireEntry = (db: UnitOfWork, id: string, retiredAt: Date | null): Promise<number> =>
  db.run(sql`update portfolio.entry set retired_at = ${retiredAt}, changed_at = ${db.now} where town = ${db.tenant} and id = ${id}`)

export const insertEntryVersion = (db: UnitOfWork, v: Omit<EntryVersion, 'town' | 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.entry_version (entry_id, number, town, published, label, note, files, sha256, created_at)
    values (${v.entryId}, ${v.number}, ${db.tenant}, ${v.published}, ${v.label}, ${v.note}, ${v.files ? JSON.stringify(v.files) : null}::jsonb, ${v.sha256}, ${db.now}) on conflict do nothing`)
export const setCurrentVersion = (db: UnitOfWork, entryId: string, number: number): Promise<number> =>
  db.run(sql`update portfolio.entry set current_version = ${number}, changed_at = ${db.now} where town = ${db.tenant} and id = ${entryId}`)
export const setVitality = (db: UnitOfWork, entryId: string, vitality: Entry['vitality']): Promise<number> =>
  db.run(sql`update portfolio.entry set vitality = ${JSON.stringify(vitality)}::jsonb where town = ${db.tenant} and id = ${entryId}`)
