import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { OrganisationRow } from '../dataset/schema.ts'

const columns = sql`o.id, o.name, o.title, o.description, o.homepage, o.email, o.uri, o.created_at as "createdAt"`

export const findOrganisation = (db: UnitOfWork, nameOrId: string): Promise<OrganisationRow | undefined> =>
  db.maybe(sql<OrganisationRow>`select ${columns} from open_data.organisation o where o.tenant_id = ${db.tenant} and (o.name = ${nameOrId} or o.id::text = ${nameOrId})`)

export const listOrganisationsByIds = (db: UnitOfWork, ids: readonly string[]): Promise<OrganisationRow[]> =>
  db.many(sql<OrganisationRow>`select ${columns} from open_data.organisation o where o.tenant_id = ${db.tenant} and o.id = any(${ids}::uuid[])`)

export type CountedOrganisation = OrganisationRow & { datasets: number }
/** Organisations with at least one published dataset, by name. */
export const listOrganisations = (db: UnitOfWork): Promise<CountedOrganisation[]> =>
  db.many(sql<CountedOrganisation>`
    select ${columns}, count(d.id) as datasets
    from open_data.organisation o join open_data.dataset d on d.tenant_id = o.tenant_id and d.organisation_id = o.id and d.withdrawn_at is null
    where o.tenant_id = ${db.tenant} group by o.tenant_id, o.id order by o.title`)

/** Finds or makes an organisation by its short name. */
export const keepOrganisation = (db: UnitOfWork, row: Omit<OrganisationRow, 'createdAt'>): Promise<OrganisationRow> =>
  db.one(sql<OrganisationRow>`
    insert into open_data.organisation as o (tenant_id, id, name, title, description, homepage, email, uri, created_at)
    values (${db.tenant}, ${row.id}, ${row.name}, ${row.title}, ${row.description}, ${row.homepage}, ${row.email}, ${row.uri}, ${db.now})
    on conflict (tenant_id, name) do update set homepage = coalesce(o.homepage, excluded.homepage), email = coalesce(o.email, excluded.email), uri = coalesce(o.uri, excluded.uri)
    returning ${columns}`)

export const organisationTitles = (db: UnitOfWork, names: readonly string[]): Promise<{ name: string; title: string }[]> =>
  db.many(sql<{ name: string; title: string }>`select name, title from open_data.organisation where tenant_id = ${db.tenant} and name = any(${names})`)

const said = sql`o.ckan, o.ended_at as "endedAt"`
/** Organisations whether they have published or not, with the number of published datasets. */
export const listAllOrganisations = (db: UnitOfWork): Promise<(CountedOrganisation & Said)[]> =>
  db.many(sql<CountedOrganisation & Said>`
    select ${columns}, ${said}, count(d.id) as datasets
    from open_data.organisation o left join open_data.dataset d on d.tenant_id = o.tenant_id and d.organisation_id = o.id and d.withdrawn_at is null
    where o.tenant_id = ${db.tenant} and o.ended_at is null group by o.tenant_id, o.id order by o.title`)

/** What a client of CKAN says of an organisation beyond these terms; when it ended. */
export type Said = { ckan: Readonly<Record<string, unknown>>; endedAt: Date | null }
export type SaidOrganisation = OrganisationRow & Said

export const findSaidOrganisation = (db: UnitOfWork, nameOrId: string): Promise<SaidOrganisation | undefined> =>
  db.maybe(sql<SaidOrganisation>`select ${columns}, ${said} from open_data.organisation o where o.tenant_id = ${db.tenant} and (o.name = ${nameOrId} or o.id::text = ${nameOrId})`)

export const insertOrganisation = (db: UnitOfWork, row: OrganisationRow & { ckan: object }): Promise<number> =>
  db.run(sql`
    insert into open_data.organisation (tenant_id, id, name, title, description, homepage, email, uri, ckan, created_at)
    values (${db.tenant}, ${row.id}, ${row.name}, ${row.title}, ${row.description}, ${row.homepage}, ${row.email}, ${row.uri}, ${JSON.stringify(row.ckan)}, ${row.createdAt})
    on conflict do nothing`)

/** Changes an organisation; one that had ended is there again. */
export const updateOrganisation = (db: UnitOfWork, row: Pick<OrganisationRow, 'id' | 'name' | 'title' | 'description'> & { ckan: object }): Promise<number> =>
  db.run(sql`
    update open_data.organisation set name = ${row.name}, title = ${row.title}, description = ${row.description}, ckan = ${JSON.stringify(row.ckan)}, ended_at = null
    where tenant_id = ${db.tenant} and id = ${row.id}`)

export const endOrganisation = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update open_data.organisation set ended_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and ended_at is null`)
export const deleteOrganisation = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from open_data.organisation where tenant_id = ${db.tenant} and id = ${id}`)

/** What still belongs to an organisation: published, withdrawn, and being written. */
export const countBelongings = (db: UnitOfWork, id: string): Promise<{ published: number; withdrawn: number; drafts: number }> =>
  db.one(sql<{ published: number; withdrawn: number; drafts: number }>`
    select count(*) filter (where withdrawn_at is null) as published, count(*) filter (where withdrawn_at is not null) as withdrawn,
      (select count(*) from open_data.draft where tenant_id = ${db.tenant} and organisation_id = ${id}) as drafts
    from open_data.dataset where tenant_id = ${db.tenant} and organisation_id = ${id}`)

export type Capacity = 'admin' | 'editor' | 'member'
/** The organisations an account belongs to. */
export const membershipsOf = (db: Pick<UnitOfWork, 'tenant'>, accountId: string) =>
  sql<{ organisationId: string; capacity: Capacity }>`
    select organisation_id as "organisationId", capacity from open_data.organisation_member where tenant_id = ${db.tenant} and account_id = ${accountId} order by organisation_id limit 1000`
export const listMemberships = (db: UnitOfWork, accountId: string): Promise<{ organisationId: string; capacity: Capacity }[]> => db.many(membershipsOf(db, accountId))

export const listMembersOf = (db: UnitOfWork, organisationId: string): Promise<{ accountId: string; capacity: Capacity }[]> =>
  db.many(sql<{ accountId: string; capacity: Capacity }>`
    select account_id as "accountId", capacity from open_data.organisation_member where tenant_id = ${db.tenant} and organisation_id = ${organisationId} order by created_at, account_id limit 1000`)

/** Takes an account into an organisation, or gives it another capacity there. */
export const putMember = (db: UnitOfWork, organisationId: string, accountId: string, capacity: Capacity): Promise<number> =>
  db.run(sql`
    insert into open_data.organisation_member (tenant_id, organisation_id, account_id, capacity, created_at) values (${db.tenant}, ${organisationId}, ${accountId}, ${capacity}, ${db.now})
    on conflict (tenant_id, organisation_id, account_id) do update set capacity = excluded.capacity`)

export const dropMember = (db: UnitOfWork, organisationId: string, accountId: string): Promise<number> =>
  db.run(sql`delete from open_data.organisation_member where tenant_id = ${db.tenant} and organisation_id = ${organisationId} and account_id = ${accountId}`)
