import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Chain } from './schema.ts'

/**
 * Every public request with what became of it, the newest first. Meant for the chain's page and for whoever publishes the
 * statistics as a dataset: it names nobody.
 */
export const listChains = (db: UnitOfWork, size: number): Promise<Chain[]> =>
  db.many(sql<Chain>`
    select r.number, r.title, r.state = 'refused' as "isRefused", r.created_at as "askedAt", r.answered_at as "answeredAt", r.published_at as "publishedAt", u.published_at as "reusedAt",
      case when d.id is null then null else json_build_object('name', d.name, 'title', d.title) end as dataset,
      case when u.id is null then null else json_build_object('name', u.name, 'title', u.title) end as showcase
    from open_data.request r
    left join lateral (
      select d.id, d.name, d.title from open_data.request_dataset l join open_data.dataset d on d.tenant_id = l.tenant_id and d.id = l.dataset_id and d.withdrawn_at is null
      where l.tenant_id = r.tenant_id and l.request_id = r.id and r.state = 'published' order by l.created_at, d.id limit 1) d on true
    left join lateral (
      select s.id, s.name, s.title, s.published_at
      from open_data.request_dataset l join open_data.showcase_dataset sd on sd.tenant_id = l.tenant_id and sd.dataset_id = l.dataset_id
      join open_data.showcase s on s.tenant_id = sd.tenant_id and s.id = sd.showcase_id
      where l.tenant_id = r.tenant_id and l.request_id = r.id and s.published_at <= ${db.now} and s.published_at >= r.published_at order by s.published_at, s.id limit 1) u on true
    where r.tenant_id = ${db.tenant} and r.state not in ('waiting', 'rejected', 'duplicate') order by r.created_at desc, r.id limit ${size}`)

/** Requests by the month they were asked (`2026-03`), with how many of them were published since: for the statistics as a dataset. */
export const countRequestsByMonth = (db: UnitOfWork): Promise<{ month: string; asked: number; published: number; refused: number }[]> =>
  db.many(sql<{ month: string; asked: number; published: number; refused: number }>`
    select to_char(created_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, count(*)::int as asked, (count(*) filter (where state = 'published'))::int as published, (count(*) filter (where state = 'refused'))::int as refused
    from open_data.request where tenant_id = ${db.tenant} and state not in ('waiting', 'rejected') group by 1 order by 1`)
