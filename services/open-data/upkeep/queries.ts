import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset, Iri } from '../dcat/schema.ts'
import type { AddressRole, AddressState, Answered, BrokenAddress, DueAddress, LateDataset, PromiseCount } from './schema.ts'

/** Datasets whose addresses were not collected since they last changed. */
export const listUncollected = (db: UnitOfWork, size: number): Promise<{ id: string; document: Dataset }[]> =>
  db.many(sql<{ id: string; document: Dataset }>`
    select d.id, d.document from open_data.dataset d
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null
      and (jsonb_path_exists(d.document, '$.distribution[*].accessURL[*]') or jsonb_path_exists(d.document, '$.distribution[*].downloadURL[*]')
        or jsonb_path_exists(d.document, '$.landingPage[*]') or jsonb_path_exists(d.document, '$.page[*]'))
      and not exists (select from open_data.address_use u where u.tenant_id = d.tenant_id and u.dataset_id = d.id and u.created_at >= d.changed_at)
    order by d.changed_at desc, d.id limit ${size}`)

export type AddressUse = { datasetId: string; key: string; address: string; host: string; role: AddressRole }
/** What some datasets name now, instead of what they named before. New addresses are due at once. */
export async function replaceUses(db: UnitOfWork, datasetIds: readonly string[], uses: readonly AddressUse[]): Promise<void> {
  await db.run(sql`delete from open_data.address_use where tenant_id = ${db.tenant} and dataset_id = any(${datasetIds}::uuid[])`)
  if (uses.length === 0) return
  const addresses = [...new Map(uses.map((use) => [use.key, use])).values()]
  await db.insertMany('open_data.address_check', addresses.map(({ key, address, host }) => ({ tenant_id: db.tenant, key, address, host, state: 'unknown', failures: 0, next_check_at: db.now, created_at: db.now })), { onConflict: 'nothing' })
  await db.insertMany('open_data.address_use', uses.map(({ datasetId, key, role }) => ({ tenant_id: db.tenant, dataset_id: datasetId, key, role, created_at: db.now })), { onConflict: 'nothing' })
}

/** Addresses that no dataset names any more. */
export const forgetUnused = (db: UnitOfWork): Promise<number> =>
  db.run(sql`
    delete from open_data.address_check c where c.tenant_id = ${db.tenant}
      and not exists (select from open_data.address_use u where u.tenant_id = c.tenant_id and u.key = c.key)`)

export const listDue = (db: UnitOfWork, size: number): Promise<DueAddress[]> =>
  db.many(sql<DueAddress>`
    select key, address, host, failures, failing_since as "failingSince" from open_data.address_check
    where tenant_id = ${db.tenant} and next_check_at <= ${db.now} order by next_check_at, key limit ${size}`)

export const keepAnswer = (db: UnitOfWork, key: string, { state, status, reason, movedTo }: Answered, kept: { failures: number; failingSince: Date | null; next: Date }): Promise<number> =>
  db.run(sql`
    update open_data.address_check set state = ${state}, status = ${status}, reason = ${reason}, moved_to = ${movedTo}, failures = ${kept.failures}, failing_since = ${kept.failingSince},
      checked_at = ${db.now}, next_check_at = ${kept.next}
    where tenant_id = ${db.tenant} and key = ${key}`)

/** What is known of the addresses of one dataset. */
export const listStates = (db: UnitOfWork, datasetId: string): Promise<{ address: string; state: AddressState; failures: number }[]> =>
  db.many(sql<{ address: string; state: AddressState; failures: number }>`
    select distinct c.address, c.state, c.failures from open_data.address_use u join open_data.address_check c on c.tenant_id = u.tenant_id and c.key = u.key
    where u.tenant_id = ${db.tenant} and u.dataset_id = ${datasetId}`)

export const countAddresses = (db: UnitOfWork, brokenFrom: number): Promise<{ checked: number; reachable: number; broken: number; lastCheck: Date | null }> =>
  db.one(sql<{ checked: number; reachable: number; broken: number; lastCheck: Date | null }>`
    select count(*) filter (where state in ('reachable', 'unreachable')) as checked, count(*) filter (where state = 'reachable') as reachable,
      count(*) filter (where state = 'unreachable' and failures >= ${brokenFrom}) as broken, max(checked_at) as "lastCheck"
    from open_data.address_check where tenant_id = ${db.tenant}`)

/** @param organisations only their datasets; all when absent */
export const listBroken = (db: UnitOfWork, brokenFrom: number, size: number, organisations?: readonly string[]): Promise<BrokenAddress[]> =>
  db.many(sql<BrokenAddress>`
    select c.address, c.status, c.reason, c.failing_since as "failingSince", u.role, d.name, d.title, o.title as organisation, d.source_id is not null as harvested
    from open_data.address_check c join open_data.address_use u on u.tenant_id = c.tenant_id and u.key = c.key
      join open_data.dataset d on d.tenant_id = u.tenant_id and d.id = u.dataset_id and d.withdrawn_at is null
      join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    where c.tenant_id = ${db.tenant} and c.state = 'unreachable' and c.failures >= ${brokenFrom} ${organisations ? sql`and d.organisation_id = any(${organisations}::uuid[])` : sql``}
    order by harvested, c.failing_since, c.key, d.name limit ${size}`)

type Promised = { uri: Iri; days: number }
// A frequency and the days after which it is broken, as a table. The last change is that of the description or of a file, whichever is later.
const standing = (db: UnitOfWork, promises: readonly Promised[]) => sql`
  select d.id, d.name, d.title, d.organisation_id, d.source_id, p.uri as frequency, p.days,
    greatest(d.modified, (select max(v.published_at) from open_data.file_version v where v.tenant_id = d.tenant_id and v.dataset_id = d.id)) as modified
  from open_data.dataset d left join unnest(${promises.map(({ uri }) => uri)}::text[], ${promises.map(({ days }) => days)}::int[]) as p(uri, days) on p.uri = d.document ->> 'accrualPeriodicity'
  where d.tenant_id = ${db.tenant} and d.withdrawn_at is null`

/** Promise and reality per publisher; what is harvested stands apart. */
export const countPromises = (db: UnitOfWork, promises: readonly Promised[]): Promise<PromiseCount[]> =>
  db.many(sql<PromiseCount>`
    select o.name, o.title, s.source_id is not null as harvested,
      count(*) filter (where s.days is not null and s.modified >= ${db.now}::timestamptz - make_interval(days => s.days)) as kept,
      count(*) filter (where s.days is not null and s.modified < ${db.now}::timestamptz - make_interval(days => s.days)) as late,
      count(*) filter (where s.days is null) as unpromised,
      count(*) filter (where s.days is not null and s.modified is null) as undated
    from (${standing(db, promises)}) s join open_data.organisation o on o.tenant_id = ${db.tenant} and o.id = s.organisation_id
    group by o.name, o.title, s.source_id is not null order by o.title, harvested`)

/** The town's own datasets that are older than promised, the longest overdue first. */
export const listLate = (db: UnitOfWork, promises: readonly Promised[], size: number, organisations?: readonly string[]): Promise<LateDataset[]> =>
  db.many(sql<LateDataset>`
    select s.name, s.title, o.title as organisation, s.frequency, s.modified, s.modified + make_interval(days => s.days) as due
    from (${standing(db, promises)}) s join open_data.organisation o on o.tenant_id = ${db.tenant} and o.id = s.organisation_id
    where s.source_id is null and s.modified < ${db.now}::timestamptz - make_interval(days => s.days) ${organisations ? sql`and s.organisation_id = any(${organisations}::uuid[])` : sql``}
    order by due, s.name limit ${size}`)

/** Organisations with people who may want a report, and those people without the ones who do not. */
export const listReaders = (db: UnitOfWork): Promise<{ organisationId: string; accountId: string }[]> =>
  db.many(sql<{ organisationId: string; accountId: string }>`
    select m.organisation_id as "organisationId", m.account_id as "accountId" from open_data.organisation_member m
    where m.tenant_id = ${db.tenant} and not exists (select from open_data.report_refusal r where r.tenant_id = m.tenant_id and r.account_id = m.account_id)
    order by m.organisation_id, m.account_id limit 10000`)

export const refusesReport = async (db: UnitOfWork, accountId: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from open_data.report_refusal where tenant_id = ${db.tenant} and account_id = ${accountId}`)) !== undefined

export const setReportRefused = (db: UnitOfWork, accountId: string, refused: boolean): Promise<number> =>
  refused
    ? db.run(sql`insert into open_data.report_refusal (tenant_id, account_id, created_at) values (${db.tenant}, ${accountId}, ${db.now}) on conflict do nothing`)
    : db.run(sql`delete from open_data.report_refusal where tenant_id = ${db.tenant} and account_id = ${accountId}`)

export const organisationOf = (db: UnitOfWork, id: string): Promise<{ title: string; datasets: number }> =>
  db.one(sql<{ title: string; datasets: number }>`
    select o.title, (select count(*) from open_data.dataset d where d.tenant_id = o.tenant_id and d.organisation_id = o.id and d.source_id is null and d.withdrawn_at is null)::int as datasets
    from open_data.organisation o where o.tenant_id = ${db.tenant} and o.id = ${id}`)

/** Everything known of the addresses below one address. */
export const listAddresses = (db: UnitOfWork, below: string): Promise<DueAddress[]> =>
  db.many(sql<DueAddress>`
    select key, address, host, failures, failing_since as "failingSince" from open_data.address_check where tenant_id = ${db.tenant} and starts_with(address, ${below}) order by address limit 1000`)
