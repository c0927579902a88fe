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
