import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'

export type NewAttachment = { id: string; caseId: string; day: PlainDate; mostFiles: number; mostChunks: number; chunksOfOne: number }
/** A place for bytes that are on their way, which count as the longest file. `db.now` is midnight. Rows written: none when the case holds enough already. */
export const beginAttachment = (db: UnitOfWork, { id, caseId, day, mostFiles, mostChunks, chunksOfOne }: NewAttachment): Promise<number> =>
  db.run(sql`
    insert into help_chat.attachment (tenant_id, id, case_id, state, chunks, day, created_at)
    select ${db.tenant}, ${id}::uuid, ${caseId}::uuid, 'arriving', 0, ${day}::date, ${db.now}::timestamptz
    where (
      select count(*) < ${mostFiles}::int and coalesce(sum(case state when 'there' then chunks else ${chunksOfOne}::int end), 0) + ${chunksOfOne}::int <= ${mostChunks}::int
      from help_chat.attachment where tenant_id = ${db.tenant} and case_id = ${caseId})
    on conflict (tenant_id, id) do nothing`)

export const insertPart = (db: UnitOfWork, attachmentId: string, n: number, bytes: Buffer): Promise<number> =>
  db.run(sql`
    insert into help_chat.attachment_part (tenant_id, attachment_id, n, bytes, created_at) values (${db.tenant}, ${attachmentId}, ${n}, ${bytes}, ${db.now})
    on conflict (tenant_id, attachment_id, n) do nothing`)

export const finishAttachment = (db: UnitOfWork, id: string, chunks: number): Promise<number> =>
  db.run(sql`update help_chat.attachment set state = 'there', chunks = ${chunks} where tenant_id = ${db.tenant} and id = ${id} and state = 'arriving'`)

export const findAttachment = (db: UnitOfWork, caseId: string, id: string): Promise<{ chunks: number; parts: number; size: number } | undefined> =>
  db.maybe(sql<{ chunks: number; parts: number; size: number }>`
    select a.chunks, p.parts, p.size from help_chat.attachment a cross join lateral (
      select count(*)::int as parts, coalesce(sum(octet_length(bytes)), 0)::int as size from help_chat.attachment_part where tenant_id = ${db.tenant} and attachment_id = a.id
    ) p where a.tenant_id = ${db.tenant} and a.id = ${id} and a.case_id = ${caseId} and a.state = 'there'`)

export const findPart = async (db: UnitOfWork, attachmentId: string, n: number): Promise<Buffer | undefined> =>
  (await db.maybe(sql<{ bytes: Buffer }>`select bytes from help_chat.attachment_part where tenant_id = ${db.tenant} and attachment_id = ${attachmentId} and n = ${n}`))?.bytes

/** Takes one away that did not arrive whole. */
export async function dropAttachment(db: UnitOfWork, id: string): Promise<number> {
  await db.run(sql`delete from help_chat.attachment_part where tenant_id = ${db.tenant} and attachment_id = ${id}`)
  return await db.run(sql`delete from help_chat.attachment where tenant_id = ${db.tenant} and id = ${id}`)
}

/** Those that stopped arriving on an earlier day. */
export const listStuck = (db: UnitOfWork, before: PlainDate, size: number): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from help_chat.attachment where tenant_id = ${db.tenant} and state = 'arriving' and day < ${before} order by day, id limit ${size}`)

export async function deleteAttachments(db: UnitOfWork, caseId: string): Promise<void> {
  await db.run(sql`
    delete from help_chat.attachment_part where tenant_id = ${db.tenant}
      and attachment_id = any(array(select id from help_chat.attachment where tenant_id = ${db.tenant} and case_id = ${caseId}))`)
  await db.run(sql`delete from help_chat.attachment where tenant_id = ${db.tenant} and case_id = ${caseId}`)
}
