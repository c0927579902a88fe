import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Invitation } from './schema.ts'

const columns = sql`person_id as "personId", invited_by as "invitedBy", expires_at as "expiresAt", used_at as "usedAt", created_at as "createdAt"`

export const insertInvitation = (db: UnitOfWork, invitation: { codeHash: string; personId: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.invitation (tenant_id, code_hash, person_id, invited_by, expires_at, created_at)
    values (${db.tenant}, ${invitation.codeHash}, ${invitation.personId}, ${db.actor ?? null}, ${invitation.expiresAt}, ${db.now}) on conflict (tenant_id, code_hash) do nothing`)

/** One that is neither used nor over, of a person who may come in. */
export const findInvitation = (db: UnitOfWork, codeHash: string): Promise<Invitation | undefined> =>
  db.maybe(sql<Invitation>`
    select ${columns} from citizen_id.invitation i
    where tenant_id = ${db.tenant} and code_hash = ${codeHash} and used_at is null and expires_at > ${db.now}
      and exists (select from citizen_id.person p where p.tenant_id = ${db.tenant} and p.id = i.person_id and p.locked_at is null)`)

/** 0 when somebody was faster. */
export const markInvitationUsed = (db: UnitOfWork, codeHash: string): Promise<number> =>
  db.run(sql`update citizen_id.invitation set used_at = ${db.now} where tenant_id = ${db.tenant} and code_hash = ${codeHash} and used_at is null and expires_at > ${db.now}`)

/** A new invitation makes older ones worthless. */
export const endInvitationsOf = (db: UnitOfWork, personId: string): Promise<number> =>
  db.run(sql`update citizen_id.invitation set expires_at = ${db.now} where tenant_id = ${db.tenant} and person_id = ${personId} and used_at is null and expires_at > ${db.now}`)

/** Keys with which a person can sign in. */
export const countKeys = (db: UnitOfWork, personId: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId} and revoked_at is null`)

export const findStaffPerson = (db: UnitOfWork, id: string): Promise<{ id: string; name: string; email: string | null; lockedAt: Date | null } | undefined> =>
  db.maybe(sql`select id, trim(given_names || ' ' || family_name) as name, email, locked_at as "lockedAt" from citizen_id.person where tenant_id = ${db.tenant} and id = ${id}`)
