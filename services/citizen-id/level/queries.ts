import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Expiry, NewNotice, Reader } from './schema.ts'

/** Proofs and lifts of devices that end before `before` and after `after`, the nearest first; of one person, or of the town. */
export const listExpiries = (db: UnitOfWork, { after, before, personId, size }: { after: Date; before: Date; personId?: string; size: number }): Promise<Expiry[]> =>
  db.many(sql<Expiry>`
    select * from (
      select id as "personId", id as about, null::text as device, proofed_level as level, proofed_until as until from citizen_id.person
      where tenant_id = ${db.tenant} and proofed_until > ${after} and proofed_until <= ${before} and proofed_level <> 'low'
        and (${personId ?? null}::uuid is null or id = ${personId ?? null}::uuid)
      union all
      select person_id, id, name, lifted_level, lifted_until from citizen_id.credential
      where tenant_id = ${db.tenant} and lifted_until > ${after} and lifted_until <= ${before} and lifted_level <> 'low' and revoked_at is null
        and (${personId ?? null}::uuid is null or person_id = ${personId ?? null}::uuid)
    ) e order by until, about limit ${size}`)

/** 0 when this was said before. */
export const insertNotice = (db: UnitOfWork, notice: NewNotice): Promise<number> =>
  db.run(sql`
    insert into citizen_id.notice (tenant_id, person_id, kind, about, due_at, mailed, created_at)
    values (${db.tenant}, ${notice.personId}, ${notice.kind}, ${notice.about}, ${notice.dueAt}, ${notice.mailed}, ${db.now})
    on conflict (tenant_id, person_id, kind, about, due_at) do nothing`)

/** People by id, with a lock, so that two runs of a job cannot both write to one. */
export const lockReader = (db: UnitOfWork, id: string): Promise<Reader | undefined> =>
  db.maybe(sql<Reader>`select id, email, email_verified_at as "emailVerifiedAt" from citizen_id.person where tenant_id = ${db.tenant} and id = ${id} for update`)

export type DeviceName = { id: string; name: string; liftedUntil: Date | null; revokedAt: Date | null }

/** Names of a person's devices, also of those that were revoked, for the history. */
export const listDeviceNames = (db: UnitOfWork, personId: string): Promise<DeviceName[]> =>
  db.many(sql<DeviceName>`
    select id, name, lifted_until as "liftedUntil", revoked_at as "revokedAt" from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId}`)
