import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Supplier } from './schema.ts'

// Shared tables: row security shows what is published and what belongs to the unit's own town; nothing but the owner's rows is ever written.

export type ShippedState = { id: string; title: unknown; summary: unknown; class: string; kind: string; itemRef: string | null; description: string; licence: string; languages: readonly string[]; pageUrl: string | null; service: string | null; retiredAt: Date | null; number: number | null; label: string | null; sha256: string | null }
/** What the platform ships as it stands, with its newest version; for a unit in the commons. */
export const listShippedStates = (db: UnitOfWork): Promise<ShippedState[]> =>
  db.many(sql<ShippedState>`
    select e.id, e.title, e.summary, e.class, e.kind, e.item_ref as "itemRef", e.description, e.licence, e.languages, e.page_url as "pageUrl", e.service, e.retired_at as "retiredAt", v.number, v.label, v.sha256
    from portfolio.entry e left join portfolio.entry_version v on v.entry_id = e.id and v.number = e.current_version
    where e.town = ${db.tenant} and e.origin = 'shipped' order by e.id`)

/** Titles of entries, without their texts; missing and hidden ones are left out. */
export type EntryTitle = { id: string; title: { de?: string; en?: string }; kind: string }
export const listEntryTitles = (db: UnitOfWork, ids: readonly string[]): Promise<EntryTitle[]> =>
  db.many(sql<EntryTitle>`select id, title, kind from portfolio.entry where id = any(${ids}::uuid[]) order by id`)

/** How many of the unit's own entries there are, published or not. */
export const countOwnEntries = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.entry where town = ${db.tenant}`)

const supplierColumns = sql`id, town, published, company, website, mailbox, region, does, offer, entries, changed_at as "changedAt"`

/** Who can look after an entry, the unit's own hidden ones included. */
export const listSuppliersOf = (db: UnitOfWork, entryId: string): Promise<Supplier[]> =>
  db.many(sql<Supplier>`select ${supplierColumns} from portfolio.supplier where entries @> ${[entryId]}::uuid[] order by lower(company), id limit 50`)

export type SupplierFilter = { region?: string | undefined; does?: string | undefined }
/** The directory, by name. */
export const listSuppliers = (db: UnitOfWork, { region, does }: SupplierFilter, page: { from: number; size: number }): Promise<Supplier[]> =>
  db.many(sql<Supplier>`
    select ${supplierColumns} from portfolio.supplier
    where (${region ?? null}::text is null or region = ${region ?? null}) and (${does ?? null}::text is null or ${does ?? null} = any(does))
    order by lower(company), id limit ${page.size} offset ${page.from}`)
export const countSuppliers = (db: UnitOfWork, { region, does }: SupplierFilter): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.supplier where (${region ?? null}::text is null or region = ${region ?? null}) and (${does ?? null}::text is null or ${does ?? null} = any(does))`)
export const listSupplierRegions = (db: UnitOfWork): Promise<{ region: string; n: number }[]> =>
  db.many(sql<{ region: string; n: number }>`select region, count(*)::int as n from portfolio.supplier group by region order by region limit 200`)

/** @throws NotFound, also when it is another town's and not published */
export const getSupplier = (db: UnitOfWork, id: string): Promise<Supplier> => db.one(sql<Supplier>`select ${supplierColumns} from portfolio.supplier where id = ${id}`)

/** Writes the unit's own supplier. 0 when the id belongs to another town. */
export const upsertSupplier = (db: UnitOfWork, s: Omit<Supplier, 'town' | 'changedAt'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.supplier (id, town, published, company, website, mailbox, region, does, offer, entries, changed_at, created_at)
    values (${s.id}, ${db.tenant}, ${s.published}, ${s.company}, ${s.website}, ${s.mailbox}, ${s.region}, ${s.does}, ${s.offer}, ${s.entries}::uuid[], ${db.now}, ${db.now})
    on conflict (id) do update set published = excluded.published, company = excluded.company, website = excluded.website, mailbox = excluded.mailbox, region = excluded.region,
      does = excluded.does, offer = excluded.offer, entries = excluded.entries, changed_at = excluded.changed_at
    where supplier.town = ${db.tenant}`)

/** Takes the unit's own supplier out of the directory. */
export const deleteSupplier = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from portfolio.supplier where town = ${db.tenant} and id = ${id}`)
