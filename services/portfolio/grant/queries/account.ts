import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { AccountTotals, Line, NewNotice, Notice } from '../schema.ts'

const columns = sql`project, number, purpose, authority, reference, noticed_on::text as "noticedOn", terms, financing, rate_bp as "rateBp", most_cents::float8 as "mostCents", retained_cents::float8 as "retainedCents",
  starts_on::text as "startsOn", ends_on::text as "endsOn", bound_until::text as "boundUntil", line_limit_bp as "lineLimitBp",
  use_months as "useMonths", interim_months as "interimMonths", final_months as "finalMonths", trifle_cents::float8 as "trifleCents", trifle_interest_cents::float8 as "trifleInterestCents", reason, created_at as "createdAt"`

/** The notice and its changes, the one that holds first. Empty: the project has no account. */
export const listNotices = (db: UnitOfWork, project: string): Promise<Notice[]> => db.many(sql<Notice>`select ${columns} from portfolio.grant_notice where tenant_id = ${db.tenant} and project = ${project} order by number desc`)
/** The notices that hold, one for each account. */
export const listCurrentNotices = (db: UnitOfWork): Promise<Notice[]> =>
  db.many(sql<Notice>`select distinct on (project) ${columns} from portfolio.grant_notice where tenant_id = ${db.tenant} order by project, number desc`)
/** Keeps everybody else from writing into the account until the unit ends, so that numbers follow each other. */
export const lockAccount = (db: UnitOfWork, project: string): Promise<{ number: number }> =>
  db.one(sql<{ number: number }>`select number from portfolio.grant_notice where tenant_id = ${db.tenant} and project = ${project} and number = 1 for update`)

/** 0 when a notice of that number is there already. */
export const insertNotice = (db: UnitOfWork, n: NewNotice): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_notice (tenant_id, project, number, purpose, authority, reference, noticed_on, terms, financing, rate_bp, most_cents, retained_cents, starts_on, ends_on, bound_until, line_limit_bp,
      use_months, interim_months, final_months, trifle_cents, trifle_interest_cents, reason, created_at)
    values (${db.tenant}, ${n.project}, ${n.number}, ${n.purpose}, ${n.authority}, ${n.reference}, ${n.noticedOn}, ${n.terms}, ${n.financing}, ${n.rateBp}, ${n.mostCents}, ${n.retainedCents}, ${n.startsOn}, ${n.endsOn}, ${n.boundUntil},
      ${n.lineLimitBp}, ${n.useMonths}, ${n.interimMonths}, ${n.finalMonths}, ${n.trifleCents}, ${n.trifleInterestCents}, ${n.reason}, ${db.now}) on conflict do nothing`)

/** Lines that an account has ever had; `plannedCents` by the notice of that number, 0 where it no longer plans them. */
export const listLines = (db: UnitOfWork, project: string, number: number): Promise<Line[]> =>
  db.many(sql<Line>`
    select l.key, l.position, l.side, l.title, coalesce(p.planned_cents, 0)::float8 as "plannedCents"
    from portfolio.grant_line l left join portfolio.grant_plan p on p.tenant_id = l.tenant_id and p.project = l.project and p.key = l.key and p.number = ${number}
    where l.tenant_id = ${db.tenant} and l.project = ${project} order by l.position, l.key`)
export const upsertLine = (db: UnitOfWork, project: string, line: Line): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_line (tenant_id, project, key, position, side, title, created_at)
    values (${db.tenant}, ${project}, ${line.key}, ${line.position}, ${line.side}, ${line.title}, ${db.now})
    on conflict (tenant_id, project, key) do update set position = excluded.position`)
export const insertPlan = (db: UnitOfWork, project: string, number: number, line: Line): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_plan (tenant_id, project, number, key, planned_cents, created_at)
    values (${db.tenant}, ${project}, ${number}, ${line.key}, ${line.plannedCents}, ${db.now}) on conflict do nothing`)

/** What each account has granted, called, been paid and booked. Sums are made here, never typed. */
export const listAccountTotals = (db: UnitOfWork): Promise<AccountTotals[]> =>
  db.many(sql<AccountTotals>`
    with holds as (select distinct on (project) project, number, most_cents from portfolio.grant_notice where tenant_id = ${db.tenant} order by project, number desc),
    calls as (
      select project, sum(case when state in ('sent', 'paid') then amount_cents else 0 end) as called, sum(coalesce(paid_cents, 0)) as paid, max(settled_on) filter (where state = 'paid') as last_paid
      from portfolio.grant_call where tenant_id = ${db.tenant} group by project),
    booked as (
      select b.project, sum(b.amount_cents) filter (where l.side = 'spending') as spent, sum(b.eligible_cents) filter (where l.side = 'spending') as eligible, sum(b.eligible_cents) filter (where l.side = 'own') as own
      from portfolio.grant_booking b join portfolio.grant_line l on l.tenant_id = b.tenant_id and l.project = b.project and l.key = b.line_key
      where b.tenant_id = ${db.tenant} group by b.project),
    planned as (
      select p.project, p.number, sum(p.planned_cents) filter (where l.side = 'spending') as spending, sum(p.planned_cents) filter (where l.side = 'own') as own
      from portfolio.grant_plan p join portfolio.grant_line l on l.tenant_id = p.tenant_id and l.project = p.project and l.key = p.key
      where p.tenant_id = ${db.tenant} group by p.project, p.number)
    select h.project, h.most_cents::float8 as granted, coalesce(c.called, 0)::float8 as called, coalesce(c.paid, 0)::float8 as paid, coalesce(b.eligible, 0)::float8 as booked, coalesce(b.spent, 0)::float8 as spent,
      coalesce(p.spending, 0)::float8 as planned, coalesce(b.own, 0)::float8 as own, coalesce(p.own, 0)::float8 as "ownPlanned", c.last_paid::text as "lastPaidOn"
    from holds h left join calls c on c.project = h.project left join booked b on b.project = h.project left join planned p on p.project = h.project and p.number = h.number
    order by h.project`)
