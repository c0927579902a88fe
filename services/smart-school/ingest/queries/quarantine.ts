import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Quarantined, QuarantineReason } from '../schema.ts'

const columns = sql`id, reason, detail, source, topic, dev_eui as "devEui", payload, size, count, first_at as "firstAt", last_at as "lastAt"`

export type NewQuarantined = Pick<Quarantined, 'id' | 'reason' | 'detail' | 'source' | 'topic' | 'devEui' | 'payload' | 'size'> & { readonly fingerprint: Buffer; readonly count: number }

/** Puts things into the quarantine; what lies there already counts up. */
export async function insertQuarantined(db: UnitOfWork, entries: readonly NewQuarantined[]): Promise<void> {
  for (const entry of entries)
    await db.run(sql`
      insert into smart_school.quarantine as q (tenant_id, id, fingerprint, reason, detail, source, topic, dev_eui, payload, size, count, first_at, last_at, created_at)
      values (${db.tenant}, ${entry.id}, ${entry.fingerprint}, ${entry.reason}, ${entry.detail}, ${entry.source}, ${entry.topic}, ${entry.devEui}, ${entry.payload}, ${entry.size}, ${entry.count}, ${db.now}, ${db.now}, ${db.now})
      on conflict (tenant_id, fingerprint) do update set count = q.count + excluded.count, last_at = greatest(q.last_at, excluded.last_at)`)
}

export type QuarantineFilter = { readonly reason?: QuarantineReason | undefined; readonly devEui?: string | undefined }
const where = (db: UnitOfWork, { reason, devEui }: QuarantineFilter) => sql`tenant_id = ${db.tenant} ${reason ? sql`and reason = ${reason}` : sql``} ${devEui ? sql`and dev_eui = ${devEui}` : sql``}`

/** The last thing first. */
export const listQuarantined = (db: UnitOfWork, filter: QuarantineFilter, page: { from: number; size: number }): Promise<Quarantined[]> =>
  db.many(sql<Quarantined>`select ${columns} from smart_school.quarantine where ${where(db, filter)} order by last_at desc, id limit ${page.size} offset ${page.from}`)

/** How much lies there, by reason. */
export const countQuarantined = (db: UnitOfWork): Promise<{ reason: QuarantineReason; count: number }[]> =>
  db.many(sql<{ reason: QuarantineReason; count: number }>`select reason, count(*)::int as count from smart_school.quarantine where tenant_id = ${db.tenant} group by reason order by reason`)

/** @throws NotFound */
export const getQuarantined = (db: UnitOfWork, id: string): Promise<Quarantined> => db.one(sql<Quarantined>`select ${columns} from smart_school.quarantine where tenant_id = ${db.tenant} and id = ${id}`)

export const deleteQuarantined = (db: UnitOfWork, ids: readonly string[]): Promise<number> => db.run(sql`delete from smart_school.quarantine where tenant_id = ${db.tenant} and id = any(${[...ids]}::uuid[])`)

/** Deletes what was last met before a moment, and what is more than the newest `most`. */
export const clearQuarantine = (db: UnitOfWork, before: Date, most: number): Promise<number> =>
  db.run(sql`delete from smart_school.quarantine where tenant_id = ${db.tenant} and (last_at < ${before}
    or id = any(array(select id from smart_school.quarantine where tenant_id = ${db.tenant} order by last_at desc, id offset ${most})))`)
