import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Yearbook, YearEntry } from './schema.ts'

const columns = sql`year, foreword, frozen, sha256, published_at as "publishedAt", changed_at as "changedAt", created_at as "createdAt"`

export const findYearbook = (db: UnitOfWork, year: number): Promise<Yearbook | undefined> => db.maybe(sql<Yearbook>`select ${columns} from portfolio.yearbook where tenant_id = ${db.tenant} and year = ${year}`)
/** Drafts too, the newest year first; without their contents. */
export const listYearbooks = (db: UnitOfWork): Promise<Pick<Yearbook, 'year' | 'publishedAt'>[]> =>
  db.many(sql<Pick<Yearbook, 'year' | 'publishedAt'>>`select year, published_at as "publishedAt" from portfolio.yearbook where tenant_id = ${db.tenant} order by year desc limit 101`)
/** Begins the yearbook of a year. Returns 0 when it is there already. */
export const insertYearbook = (db: UnitOfWork, year: number, foreword: string): Promise<number> =>
  db.run(sql`insert into portfolio.yearbook (tenant_id, year, foreword, changed_at, created_at) values (${db.tenant}, ${year}, ${foreword}, ${db.now}, ${db.now}) on conflict (tenant_id, year) do nothing`)
/** Until the unit ends nobody else writes it. */
export const holdYearbook = (db: UnitOfWork, year: number): Promise<Yearbook> => db.one(sql<Yearbook>`select ${columns} from portfolio.yearbook where tenant_id = ${db.tenant} and year = ${year} for update`)
export const updateForeword = (db: UnitOfWork, year: number, foreword: string): Promise<number> =>
  db.run(sql`update portfolio.yearbook set foreword = ${foreword}, changed_at = ${db.now} where tenant_id = ${db.tenant} and year = ${year} and published_at is null`)
/** Returns 0 when there is no foreword of that year, when it has changed since it was read, or when it is published already. */
export const freeze = (db: UnitOfWork, year: number, foreword: string, frozen: string, sha256: string): Promise<number> =>
  db.run(sql`
    update portfolio.yearbook set frozen = ${frozen}, sha256 = ${sha256}, published_at = ${db.now}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and year = ${year} and foreword = ${foreword} and published_at is null`)

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** Steps that projects have made between two days, both included. */
export const listStepsBetween = (db: UnitOfWork, { from, until }: Days): Promise<{ slug: string; stage: string; on: PlainDate }[]> =>
  db.many(sql<{ slug: string; stage: string; on: PlainDate }>`
    select slug, stage, reached_on::text as "on" from portfolio.project_stage where tenant_id = ${db.tenant} and reached_on between ${from} and ${until} order by slug, reached_on, id limit 4000`)
/** The first day of each project that a step is known of. */
export const listBeginnings = (db: UnitOfWork): Promise<{ slug: string; on: PlainDate }[]> =>
  db.many(sql<{ slug: string; on: PlainDate }>`select slug, min(reached_on)::text as "on" from portfolio.project_stage where tenant_id = ${db.tenant} and reached_on is not null group by slug order by slug limit 4000`)
/** What was paid out to projects and spent by them between two days, both included; integer cents. */
export const listMoneyBetween = (db: UnitOfWork, { from, until }: Days): Promise<{ project: string; paid: number; booked: number }[]> =>
  db.many(sql<{ project: string; paid: number; booked: number }>`
    select project, sum(paid)::float8 as paid, sum(booked)::float8 as booked from (
      select project, paid_cents as paid, 0::bigint as booked from portfolio.grant_call where tenant_id = ${db.tenant} and state = 'paid' and settled_on between ${from} and ${until}
      union all
      select b.project, 0::bigint, b.eligible_cents from portfolio.grant_booking b join portfolio.grant_line l on l.tenant_id = b.tenant_id and l.project = b.project and l.key = b.line_key
      where b.tenant_id = ${db.tenant} and b.paid_on between ${from} and ${until} and l.side = 'spending') money
    group by project order by project`)

type Fresh = { readonly id: string; readonly title: { de?: string; en?: string }; readonly class: YearEntry['class']; readonly isNew: boolean; readonly versions: string[] }
/** A page of the town's own public entries that began or got a version from one moment on and before another. Versions by their names. */
export const listFreshEntries = (db: UnitOfWork, from: Date, until: Date, page = { from: 0, size: 500 }): Promise<Fresh[]> =>
  db.many(sql<Fresh>`
    select e.id, e.title, e.class, e.created_at >= ${from} as "isNew", coalesce(array_agg(v.label order by v.number) filter (where v.number is not null), '{}') as versions
    from portfolio.entry e left join portfolio.entry_version v on v.entry_id = e.id and v.created_at >= ${from} and v.created_at < ${until}
    where e.town = ${db.tenant} and e.published and e.created_at < ${until} and (e.created_at >= ${from} or v.number is not null)
    group by e.id, e.title, e.class, e.created_at order by e.created_at, e.id limit ${page.size} offset ${page.from}`)

type Named = { readonly id: string; readonly title: { de?: string; en?: string }; readonly town: string; readonly isGiven: boolean; readonly since: PlainDate }
/** Uses that began between two days, by their towns' consent: what this town uses, and what others use of it. */
export const listNamedAdoptions = (db: UnitOfWork, { from, until }: Days): Promise<Named[]> =>
  db.many(sql<Named>`
    select a.id, e.title, a.town, a.town <> ${db.tenant} as "isGiven", a.since::text as since from portfolio.adoption a join portfolio.entry e on e.id = a.entry_id
    where a.published and e.published and (a.town = ${db.tenant} or e.town = ${db.tenant}) and a.since between ${from} and ${until} order by a.since, a.id limit 500`)
/** Ids and titles of the town's own public entries, for the score. */
export const listPublicEntries = (db: UnitOfWork): Promise<Pick<Fresh, 'id' | 'title'>[]> =>
  db.many(sql<Pick<Fresh, 'id' | 'title'>>`select id, title from portfolio.entry where town = ${db.tenant} and published and retired_at is null order by changed_at desc, id limit 500`)

type EventRow = { readonly id: string; readonly title: string; readonly startsAt: Date; readonly endsAt: Date; readonly place: string | null; readonly seats: number | null; readonly registered: number; readonly state: string }
/** The town's own events that were announced, the first on top. */
export const listAnnouncedEvents = (db: UnitOfWork, size: number): Promise<EventRow[]> =>
  db.many(sql<EventRow>`
    select id, title, starts_at as "startsAt", ends_at as "endsAt", place, seats, registered, state from portfolio.event
    where town = ${db.tenant} and state in ('published', 'cancelled') order by starts_at, id limit ${size}`)
