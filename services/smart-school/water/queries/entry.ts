import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { WaterEntry } from '../schema.ts'

const columns = sql`thing_id as "groupId", seq, kind, at, account_id as "accountId", signed_name as "signedName", data, note, previous_hash as "previousHash", hash, signed_hash as "signedHash", created_at as "createdAt"`

/** The logs of some outlet groups, by group and number. */
export const listEntries = (db: UnitOfWork, groupIds: readonly number[]): Promise<WaterEntry[]> =>
  db.many(sql<WaterEntry>`select ${columns} from smart_school.water_entry where tenant_id = ${db.tenant} and thing_id = any(${[...groupIds]}::int[]) order by thing_id, seq`)

/** The end of a group's log, locked until the commit: two who sign at once sign one after the other. */
export async function lockLog(db: UnitOfWork, groupId: number): Promise<WaterEntry | undefined> {
  // The group's own row is the lock, because an empty log has none.
  await db.one(sql`select id from smart_school.thing where tenant_id = ${db.tenant} and id = ${groupId} for update`)
  return await db.maybe(sql<WaterEntry>`select ${columns} from smart_school.water_entry where tenant_id = ${db.tenant} and thing_id = ${groupId} order by seq desc limit 1`)
}

export const insertEntry = (db: UnitOfWork, entry: WaterEntry): Promise<number> =>
  db.run(sql`insert into smart_school.water_entry (tenant_id, thing_id, seq, kind, at, account_id, signed_name, data, note, previous_hash, hash, signed_hash, created_at)
    values (${db.tenant}, ${entry.groupId}, ${entry.seq}, ${entry.kind}, ${entry.at}, ${entry.accountId}, ${entry.signedName}, ${JSON.stringify(entry.data)}::jsonb, ${entry.note}, ${entry.previousHash}, ${entry.hash}, ${entry.signedHash}, ${entry.createdAt})`)
