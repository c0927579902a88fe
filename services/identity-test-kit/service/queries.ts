import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { ServiceSession, ServiceState } from './schema.ts'

export const findServiceSession = (db: UnitOfWork, idHash: string): Promise<ServiceSession | undefined> =>
  db.maybe(sql<ServiceSession>`
    select state, provider_session as "providerSession", ended_by_provider_at as "endedByProviderAt" from identity_test_kit.service_session
    where tenant_id = ${db.tenant} and id_hash = ${idHash} and expires_at > ${db.now}`)

export const saveServiceSession = (db: UnitOfWork, row: { idHash: string; state: ServiceState; providerSession?: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into identity_test_kit.service_session (tenant_id, id_hash, state, provider_session, expires_at, created_at)
    values (${db.tenant}, ${row.idHash}, ${JSON.stringify(row.state)}::jsonb, ${row.providerSession ?? null}, ${row.expiresAt}, ${db.now})
    on conflict (tenant_id, id_hash) do update set state = excluded.state, provider_session = excluded.provider_session, expires_at = excluded.expires_at,
      ended_by_provider_at = case when excluded.provider_session is null then identity_test_kit.service_session.ended_by_provider_at end`)

/** The provider has ended a session: what it had handed out goes, and the page says who ended it. */
export const endByProvider = (db: UnitOfWork, providerSession: string): Promise<number> =>
  db.run(sql`
    update identity_test_kit.service_session set state = '{}'::jsonb, provider_session = null, ended_by_provider_at = ${db.now}
    where tenant_id = ${db.tenant} and provider_session = ${providerSession}`)

export const deleteServiceSession = (db: UnitOfWork, idHash: string): Promise<number> =>
  db.run(sql`delete from identity_test_kit.service_session where tenant_id = ${db.tenant} and id_hash = ${idHash}`)

export const deleteOldServiceSessions = (db: UnitOfWork): Promise<number> =>
  db.run(sql`delete from identity_test_kit.service_session where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
