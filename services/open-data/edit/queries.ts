import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { DatasetRow, OrganisationRow } from '../dataset/schema.ts'
import type { Dataset } from '../dcat/schema.ts'
import type { Template } from './schema.ts'

/** Organisations a person writes for, by name. */
export const listOwnOrganisations = (db: UnitOfWork, accountId: string): Promise<OrganisationRow[]> =>
  db.many(sql<OrganisationRow>`
    select o.id, o.name, o.title, o.description, o.homepage, o.email, o.uri, o.created_at as "createdAt"
    from open_data.organisation_member m join open_data.organisation o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where m.tenant_id = ${db.tenant} and m.account_id = ${accountId} order by o.title, o.id limit 200`)

export const listMembers = (db: UnitOfWork, organisationId: string): Promise<{ accountId: string }[]> =>
  db.many(sql<{ accountId: string }>`select account_id as "accountId" from open_data.organisation_member where tenant_id = ${db.tenant} and organisation_id = ${organisationId} limit 1000`)

export type Capacity = 'admin' | 'editor' | 'member'
export const keepMember = (db: UnitOfWork, organisationId: string, accountId: string, capacity: Capacity): Promise<number> =>
  db.run(sql`
    insert into open_data.organisation_member (tenant_id, organisation_id, account_id, capacity, created_at)
    values (${db.tenant}, ${organisationId}, ${accountId}, ${capacity}, ${db.now})
    on conflict (tenant_id, organisation_id, account_id) do nothing`)

export type Own = Pick<DatasetRow, 'id' | 'name' | 'title' | 'points' | 'modified' | 'changedAt' | 'withdrawnAt' | 'organisationId'>
/** Datasets the organisations publish here themselves, the most recently changed first. Harvested ones belong to their source. */
export const listOwnDatasets = (db: UnitOfWork, organisations: readonly string[], size: number): Promise<Own[]> =>
  db.many(sql<Own>`
    select id, name, title, points, modified, changed_at as "changedAt", withdrawn_at as "withdrawnAt", organisation_id as "organisationId" from open_data.dataset
    where tenant_id = ${db.tenant} and organisation_id = any(${organisations}::uuid[]) and source_id is null order by changed_at desc, id limit ${size}`)

/** The keywords of an organisation's newest datasets, the most frequent first. */
export const listUsualKeywords = (db: UnitOfWork, organisationId: string, size: number): Promise<{ word: string }[]> =>
  db.many(sql<{ word: string }>`
    select word from (
      select document from open_data.dataset where tenant_id = ${db.tenant} and organisation_id = ${organisationId} and withdrawn_at is null order by changed_at desc, id limit 200) newest
    cross join lateral jsonb_array_elements_text(coalesce(newest.document -> 'keyword' -> 'de', '[]')) as word
    group by word order by count(*) desc, word limit ${size}`)

export const findDigestOf = (db: UnitOfWork, id: string): Promise<{ digest: string } | undefined> =>
  db.maybe(sql<{ digest: string }>`select digest from open_data.dataset where tenant_id = ${db.tenant} and id = ${id}`)

const templateColumns = sql`id, organisation_id as "organisationId", title, document, created_at as "createdAt"`

export const listTemplates = (db: UnitOfWork, organisations: readonly string[]): Promise<Template[]> =>
  db.many(sql<Template>`select ${templateColumns} from open_data.draft_template where tenant_id = ${db.tenant} and organisation_id = any(${organisations}::uuid[]) order by title, id limit 200`)

/** Keeps a template; one of the same title in the same organisation is replaced. */
export const keepTemplate = (db: UnitOfWork, template: { id: string; organisationId: string; title: string; document: Dataset }): Promise<number> =>
  db.run(sql`
    insert into open_data.draft_template (tenant_id, id, organisation_id, title, document, created_by, created_at)
    values (${db.tenant}, ${template.id}, ${template.organisationId}, ${template.title}, ${JSON.stringify(template.document)}, ${db.actor ?? null}, ${db.now})
    on conflict (tenant_id, organisation_id, title) do update set document = excluded.document, created_by = excluded.created_by`)

export const deleteTemplate = (db: UnitOfWork, id: string, organisations: readonly string[]): Promise<number> =>
  db.run(sql`delete from open_data.draft_template where tenant_id = ${db.tenant} and id = ${id} and organisation_id = any(${organisations}::uuid[])`)
