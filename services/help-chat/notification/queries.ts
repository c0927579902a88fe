import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Wish } from './schema.ts'

// Moments of messages betray people: rows that begin with one carry the midnight of the day.
const midnight = (db: UnitOfWork) => sql`date_trunc('day', ${db.now}::timestamptz, 'Europe/Berlin')`

export const findPushKey = (db: UnitOfWork): Promise<{ publicKey: string; privateSealed: string } | undefined> =>
  db.maybe(sql<{ publicKey: string; privateSealed: string }>`select public_key as "publicKey", private_sealed as "privateSealed" from help_chat.push_key where tenant_id = ${db.tenant}`)

export const insertPushKey = (db: UnitOfWork, key: { publicKey: string; privateSealed: string }): Promise<number> =>
  db.run(sql`insert into help_chat.push_key (tenant_id, public_key, private_sealed, created_at) values (${db.tenant}, ${key.publicKey}, ${key.privateSealed}, ${db.now}) on conflict (tenant_id) do nothing`)

export const findWish = (db: UnitOfWork, accountId: string): Promise<Wish | undefined> =>
  db.maybe(sql<Wish>`
    select by_letter as "byLetter", by_push as "byPush", to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil", told
    from help_chat.notice_wish where tenant_id = ${db.tenant} and account_id = ${accountId}`)

export const putWish = (db: UnitOfWork, accountId: string, wish: Omit<Wish, 'told'>): Promise<number> =>
  db.run(sql`
    insert into help_chat.notice_wish (tenant_id, account_id, by_letter, by_push, quiet_from, quiet_until, created_at)
    values (${db.tenant}, ${accountId}, ${wish.byLetter}, ${wish.byPush}, ${wish.quietFrom}::time, ${wish.quietUntil}::time, ${db.now})
    on conflict (tenant_id, account_id) do update set by_letter = excluded.by_letter, by_push = excluded.by_push, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`)

/** Rows changed: none when they were told already and have not looked since. */
export const markTold = (db: UnitOfWork, accountId: string): Promise<number> =>
  db.run(sql`
    insert into help_chat.notice_wish (tenant_id, account_id, told, created_at) values (${db.tenant}, ${accountId}, true, ${db.now})
    on conflict (tenant_id, account_id) do update set told = true where not help_chat.notice_wish.told`)

export const clearTold = (db: UnitOfWork, accountId: string): Promise<number> =>
  db.run(sql`update help_chat.notice_wish set told = false where tenant_id = ${db.tenant} and account_id = ${accountId} and told`)

export type DeviceRow = { hash: Buffer; sealed: string }
export const listDeskDevices = (db: UnitOfWork, accountId: string): Promise<DeviceRow[]> =>
  db.many(sql<DeviceRow>`select device_hash as hash, sealed from help_chat.desk_device where tenant_id = ${db.tenant} and account_id = ${accountId} order by created_at desc, device_hash`)

export const putDeskDevice = (db: UnitOfWork, accountId: string, { hash, sealed }: DeviceRow): Promise<number> =>
  db.run(sql`
    insert into help_chat.desk_device (tenant_id, account_id, device_hash, sealed, created_at) values (${db.tenant}, ${accountId}, ${hash}, ${sealed}, ${db.now})
    on conflict (tenant_id, account_id, device_hash) do update set sealed = excluded.sealed, created_at = excluded.created_at`)

/** Forgets one device, or all of them. */
export const deleteDeskDevices = (db: UnitOfWork, accountId: string, hash?: Buffer): Promise<number> =>
  db.run(sql`delete from help_chat.desk_device where tenant_id = ${db.tenant} and account_id = ${accountId} ${hash ? sql`and device_hash = ${hash}` : sql``}`)

/** Marks that there is something new for confidants; whoever has such a mark keeps the one they have. */
export const insertNews = (db: UnitOfWork, news: readonly { confidantId: string; waits: number }[]): Promise<number> =>
  db.run(sql`
    insert into help_chat.desk_notice (tenant_id, confidant_id, waits, created_at)
    select ${db.tenant}, confidant, waits, ${midnight(db)} from unnest(${news.map(({ confidantId }) => confidantId)}::uuid[], ${news.map(({ waits }) => waits)}::smallint[]) as new(confidant, waits) order by confidant
    on conflict (tenant_id, confidant_id) do nothing`)

export type DueNews = { confidantId: string; tries: number }
export const listDueNews = (db: UnitOfWork, size: number): Promise<DueNews[]> =>
  db.many(sql<DueNews>`select confidant_id as "confidantId", tries from help_chat.desk_notice where tenant_id = ${db.tenant} and waits = 0 order by confidant_id limit ${size}`)

export const deleteNews = (db: UnitOfWork, confidantIds: readonly string[]): Promise<number> =>
  db.run(sql`delete from help_chat.desk_notice where tenant_id = ${db.tenant} and confidant_id = any(${[...confidantIds]}::uuid[])`)

export const addNewsTry = (db: UnitOfWork, confidantId: string): Promise<number> =>
  db.run(sql`update help_chat.desk_notice set tries = tries + 1 where tenant_id = ${db.tenant} and confidant_id = ${confidantId}`)

/** One run of the job has passed. */
export async function passRun(db: UnitOfWork): Promise<void> {
  await db.run(sql`update help_chat.desk_notice set waits = waits - 1 where tenant_id = ${db.tenant} and waits > 0`)
  await db.run(sql`update help_chat.case_device set waits = waits - 1 where tenant_id = ${db.tenant} and waits > 0`)
}

export const putCaseDevice = (db: UnitOfWork, caseId: string, { hash, sealed }: DeviceRow): Promise<number> =>
  db.run(sql`
    insert into help_chat.case_device (tenant_id, case_id, device_hash, sealed, created_at) values (${db.tenant}, ${caseId}, ${hash}, ${sealed}, ${midnight(db)})
    on conflict (tenant_id, case_id, device_hash) do update set sealed = excluded.sealed`)

export const countCaseDevices = async (db: UnitOfWork, caseId: string): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from help_chat.case_device where tenant_id = ${db.tenant} and case_id = ${caseId}`)).n

/** Forgets one device of a case, or all of them. */
export const deleteCaseDevices = (db: UnitOfWork, caseId: string, hash?: Buffer): Promise<number> =>
  db.run(sql`delete from help_chat.case_device where tenant_id = ${db.tenant} and case_id = ${caseId} ${hash ? sql`and device_hash = ${hash}` : sql``}`)

export const deleteOtherCaseDevices = (db: UnitOfWork, caseId: string, hash: Buffer): Promise<number> =>
  db.run(sql`delete from help_chat.case_device where tenant_id = ${db.tenant} and case_id = ${caseId} and device_hash <> ${hash}`)

/** Something new for the person: each of their devices will be told, unless it was told and nobody has looked since. */
export const markCaseNews = (db: UnitOfWork, caseId: string, waits: number): Promise<number> =>
  db.run(sql`update help_chat.case_device set waits = ${waits}::smallint where tenant_id = ${db.tenant} and case_id = ${caseId} and waits is null and not told`)

export const clearCaseTold = (db: UnitOfWork, caseId: string): Promise<number> =>
  db.run(sql`update help_chat.case_device set told = false, waits = null, tries = 0 where tenant_id = ${db.tenant} and case_id = ${caseId} and (told or waits is not null)`)

export type DueDevice = DeviceRow & { caseId: string; tries: number }
export const listDueDevices = (db: UnitOfWork, size: number): Promise<DueDevice[]> =>
  db.many(sql<DueDevice>`select case_id as "caseId", device_hash as hash, sealed, tries from help_chat.case_device where tenant_id = ${db.tenant} and waits = 0 order by case_id, device_hash limit ${size}`)

/** `told`: the device was told, or will not be any more; otherwise it is tried again in the next run. */
export const setDeviceTold = (db: UnitOfWork, { caseId, hash }: Pick<DueDevice, 'caseId' | 'hash'>, told: boolean): Promise<number> =>
  db.run(sql`
    update help_chat.case_device set told = ${told}, waits = case when ${told} then null else waits end, tries = case when ${told} then 0 else tries + 1 end
    where tenant_id = ${db.tenant} and case_id = ${caseId} and device_hash = ${hash} and waits = 0`)
