import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { TownEntry } from './schema.ts'

const columns = sql`id, kind, texts, phone, hours, link, checked_on::text as "checkedOn", is_published as "isPublished"`

/** All entries of the town, the latest first; drafts too. */
export const listTownEntries = (db: UnitOfWork): Promise<TownEntry[]> =>
  db.many(sql<TownEntry>`select ${columns} from help_chat.town_entry where tenant_id = ${db.tenant} order by created_at desc, id desc`)

/** @throws NotFound */
export const getTownEntry = (db: UnitOfWork, id: string): Promise<TownEntry> =>
  db.one(sql<TownEntry>`select ${columns} from help_chat.town_entry where tenant_id = ${db.tenant} and id = ${id}`)

/** Writes an entry, or writes over it. */
export const saveTownEntry = (db: UnitOfWork, entry: TownEntry): Promise<number> =>
  db.run(sql`
    insert into help_chat.town_entry (tenant_id, id, kind, texts, phone, hours, link, checked_on, is_published, created_at)
    values (${db.tenant}, ${entry.id}, ${entry.kind}, ${JSON.stringify(entry.texts)}, ${entry.phone}, ${entry.hours}, ${entry.link}, ${entry.checkedOn}, ${entry.isPublished}, ${db.now})
    on conflict (tenant_id, id) do update set kind = excluded.kind, texts = excluded.texts, phone = excluded.phone, hours = excluded.hours,
      link = excluded.link, checked_on = excluded.checked_on, is_published = excluded.is_published`)

export const deleteTownEntry = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from help_chat.town_entry where tenant_id = ${db.tenant} and id = ${id}`)

/** Ids of shipped content that the town does not show. */
export const listHidden = (db: UnitOfWork): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select content_id as id from help_chat.hidden_content where tenant_id = ${db.tenant} order by content_id`)

export const hideContent = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`insert into help_chat.hidden_content (tenant_id, content_id, created_at) values (${db.tenant}, ${id}, ${db.now}) on conflict do nothing`)

export const showContent = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from help_chat.hidden_content where tenant_id = ${db.tenant} and content_id = ${id}`)
