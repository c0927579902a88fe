import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import { mustFromBase64, toBase64 } from '../../crypto/bytes.ts'
import type { Envelope } from '../../crypto/schema.ts'

type Row = { epoch: number; seq: number; from: string; to: string; prev: string | null; nonce: string; body: Buffer; signature: string; day: PlainDate }

/** `bucket` in KiB. `db.now` is midnight of the day. */
export const insertEnvelope = (db: UnitOfWork, e: Envelope, more: { hash: string; bucket: number; day: PlainDate }): Promise<number> =>
  db.run(sql`
    insert into help_chat.envelope (tenant_id, case_id, seq, epoch, from_party, to_hash, prev, nonce, body, signature, hash, bucket, day, created_at)
    values (${db.tenant}, ${e.case}, ${e.seq}, ${e.epoch}, ${e.from}, ${e.to}, ${e.prev}, ${e.nonce}, ${Buffer.from(mustFromBase64(e.body))}, ${e.signature}, ${more.hash}, ${more.bucket}, ${more.day}, ${db.now})`)

/** Day on which an envelope arrived. */
export const findEnvelopeDay = async (db: UnitOfWork, caseId: string, seq: number): Promise<PlainDate | undefined> =>
  (await db.maybe(sql<{ day: PlainDate }>`select day::text as day from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${caseId} and seq = ${seq}`))?.day

export const findEnvelopeHash = async (db: UnitOfWork, caseId: string, seq: number): Promise<string | undefined> =>
  (await db.maybe(sql<{ hash: string }>`select hash from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${caseId} and seq = ${seq}`))?.hash

/** How many envelopes the person and everybody else have written. */
export const countBySide = (db: UnitOfWork, caseId: string): Promise<{ person: number; others: number }> =>
  db.one(sql<{ person: number; others: number }>`
    select count(*) filter (where from_party = 'person')::int as person, count(*) filter (where from_party <> 'person')::int as others
    from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${caseId}`)

/** All envelopes of a case in order, with the day of each. */
export async function listEnvelopes(db: UnitOfWork, caseId: string): Promise<{ envelopes: Envelope[]; days: PlainDate[] }> {
  const rows = await db.many(sql<Row>`
    select epoch, seq, from_party as "from", to_hash as "to", prev, nonce, body, signature, day::text as day from help_chat.envelope
    where tenant_id = ${db.tenant} and case_id = ${caseId} order by seq`)
  const envelopes = rows.map(({ epoch, seq, from, to, prev, nonce, body, signature }) => ({ v: 1 as const, tenant: db.tenant, case: caseId, epoch, seq, from, to, prev, nonce, body: toBase64(body), signature }))
  return { envelopes, days: rows.map(({ day }) => day) }
}

export const deleteEnvelopes = (db: UnitOfWork, caseId: string): Promise<number> => db.run(sql`delete from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${caseId}`)
