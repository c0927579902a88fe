import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Ages, Count, PublisherCount } from './schema.ts'

export const countByTheme = (db: UnitOfWork): Promise<Count[]> =>
  db.many(sql<Count>`
    select v.value, count(*) as n from open_data.dataset d cross join unnest(d.theme) v(value)
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null group by v.value order by n desc, v.value`)

export const countByFormat = (db: UnitOfWork): Promise<Count[]> =>
  db.many(sql<Count>`
    select v.value, count(*) as n from open_data.dataset d cross join unnest(d.format) v(value)
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null group by v.value order by n desc, v.value`)

export const countByLicence = (db: UnitOfWork): Promise<Count[]> =>
  db.many(sql<Count>`
    select v.value, count(*) as n from open_data.dataset d cross join unnest(d.licence) v(value)
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null group by v.value order by n desc, v.value`)

export const countByPublisher = (db: UnitOfWork, size: number): Promise<PublisherCount[]> =>
  db.many(sql<PublisherCount>`
    select o.name, o.title, count(*) as n
    from open_data.dataset d join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null group by o.tenant_id, o.id order by n desc, o.title limit ${size}`)

/** By points of description quality; grades are made of points in `quality/mqa.ts`. */
export const countByPoints = (db: UnitOfWork): Promise<{ points: number; n: number }[]> =>
  db.many(sql<{ points: number; n: number }>`
    select d.points, count(*) as n from open_data.dataset d where d.tenant_id = ${db.tenant} and d.withdrawn_at is null group by d.points`)

/** New in this catalogue, by month (`2026-03`) of the towns' time zone; those withdrawn since count too, as they did then. */
export const countByMonth = (db: UnitOfWork): Promise<{ month: string; added: number; withdrawn: number }[]> =>
  db.many(sql<{ month: string; added: number; withdrawn: number }>`
    select to_char(e.at at time zone 'Europe/Berlin', 'YYYY-MM') as month, sum(e.added)::int as added, sum(1 - e.added)::int as withdrawn
    from open_data.dataset d cross join lateral (values (d.created_at, 1), (d.withdrawn_at, 0)) e(at, added)
    where d.tenant_id = ${db.tenant} and e.at is not null group by 1 order by 1`)

/** How long ago the publishers last changed their data. */
export const countByAge = (db: UnitOfWork): Promise<Ages> =>
  db.one(sql<Ages>`
    select count(*) filter (where d.modified >= ${db.now}::timestamptz - interval '1 year') as year,
      count(*) filter (where d.modified < ${db.now}::timestamptz - interval '1 year' and d.modified >= ${db.now}::timestamptz - interval '3 years') as three,
      count(*) filter (where d.modified < ${db.now}::timestamptz - interval '3 years' and d.modified >= ${db.now}::timestamptz - interval '10 years') as ten,
      count(*) filter (where d.modified < ${db.now}::timestamptz - interval '10 years') as older,
      count(*) filter (where d.modified is null) as unknown
    from open_data.dataset d where d.tenant_id = ${db.tenant} and d.withdrawn_at is null`)
