import { sql, type UnitOfWork } from '@modellregion/kernel'

export type Watch = { readonly entryId: string; readonly address: string; readonly etag: string | null; readonly failures: number }

/** Reads a file again each night from now on; the same entry again gets its new address. */
export const keepWatch = (db: UnitOfWork, { entryId, address, etag, nextAt }: { entryId: string; address: string; etag: string | null; nextAt: Date }): Promise<number> =>
  db.run(sql`
    insert into portfolio.publiccode_watch (tenant_id, entry_id, file_url, etag, failures, next_at, created_at) values (${db.tenant}, ${entryId}, ${address}, ${etag}, 0, ${nextAt}, ${db.now})
    on conflict (tenant_id, entry_id) do update set file_url = excluded.file_url, etag = excluded.etag, failures = 0, next_at = excluded.next_at`)

/** What is due, what has waited longest first. What the town does not offer any more is left alone. */
export const listDueWatches = (db: UnitOfWork, size: number): Promise<Watch[]> =>
  db.many(sql<Watch>`
    select w.entry_id as "entryId", w.file_url as address, w.etag, w.failures
    from portfolio.publiccode_watch w join portfolio.entry e on e.id = w.entry_id and e.town = w.tenant_id and e.retired_at is null
    where w.tenant_id = ${db.tenant} and w.next_at <= ${db.now} order by w.next_at, w.entry_id limit ${size}`)

export const countFailure = (db: UnitOfWork, entryId: string, nextAt: Date): Promise<number> =>
  db.run(sql`update portfolio.publiccode_watch set failures = failures + 1, next_at = ${nextAt} where tenant_id = ${db.tenant} and entry_id = ${entryId}`)

/** Published software of all towns whose file is kept, by id. For crawlers of other catalogues. */
export const listSoftware = (db: UnitOfWork, size: number): Promise<{ id: string; name: string; url: string; town: string; changedAt: Date }[]> =>
  db.many(sql<{ id: string; name: string; url: string; town: string; changedAt: Date }>`
    select id, publiccode->>'name' as name, publiccode->>'url' as url, town, changed_at as "changedAt" from portfolio.entry
    where kind = 'software' and published and retired_at is null and publiccode is not null order by id limit ${size}`)

/** Towns that let themselves be named as users of something a service of the platform ships, by the service. */
export const listTownsUsing = (db: UnitOfWork): Promise<{ service: string; town: string }[]> =>
  db.many(sql<{ service: string; town: string }>`
    select distinct e.service, a.town from portfolio.adoption a join portfolio.entry e on e.id = a.entry_id where a.published and a.state <> 'ended' and e.service is not null order by e.service, a.town limit 2000`)
