import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Client } from './schema.ts'

const columns = sql`client_id as "clientId", metadata - 'sealed_secret' as metadata, office, purpose, legal_basis as "legalBasis", disabled_at as "disabledAt", created_at as "createdAt"`

export const listClients = (db: UnitOfWork): Promise<Client[]> =>
  db.many(sql<Client>`select ${columns} from citizen_id.client where tenant_id = ${db.tenant} order by office, client_id limit 500`)

/** @throws NotFound */
export const getClient = (db: UnitOfWork, clientId: string): Promise<Client> =>
  db.one(sql<Client>`select ${columns} from citizen_id.client where tenant_id = ${db.tenant} and client_id = ${clientId}`)

export type NewClient = { clientId: string; metadata: Record<string, unknown>; office: string; purpose: string; legalBasis: string }

/** 0 when the id is taken. */
export const insertClient = (db: UnitOfWork, client: NewClient): Promise<number> =>
  db.run(sql`
    insert into citizen_id.client (tenant_id, client_id, metadata, office, purpose, legal_basis, created_at)
    values (${db.tenant}, ${client.clientId}, ${JSON.stringify(client.metadata)}::jsonb, ${client.office}, ${client.purpose}, ${client.legalBasis}, ${db.now})
    on conflict (tenant_id, client_id) do nothing`)

/** The form does not know the secret: it stays where the service goes on proving itself by one. */
export const updateClient = (db: UnitOfWork, client: NewClient, keepSecret: boolean): Promise<number> =>
  db.run(sql`
    update citizen_id.client set metadata = ${JSON.stringify(client.metadata)}::jsonb || case when ${keepSecret} and metadata ? 'sealed_secret' then jsonb_build_object('sealed_secret', metadata -> 'sealed_secret') else '{}'::jsonb end,
      office = ${client.office}, purpose = ${client.purpose}, legal_basis = ${client.legalBasis}
    where tenant_id = ${db.tenant} and client_id = ${client.clientId}`)

export const saveSecret = (db: UnitOfWork, clientId: string, sealed: string): Promise<number> =>
  db.run(sql`update citizen_id.client set metadata = metadata || jsonb_build_object('sealed_secret', ${sealed}::text) where tenant_id = ${db.tenant} and client_id = ${clientId}`)

export const setClientDisabled = (db: UnitOfWork, clientId: string, at: Date | null): Promise<number> =>
  db.run(sql`update citizen_id.client set disabled_at = ${at} where tenant_id = ${db.tenant} and client_id = ${clientId}`)

/** Whatever a service holds of anybody ends when it is switched off. */
export const deleteArtifactsOfClient = (db: UnitOfWork, clientId: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and client_id = ${clientId}`)
