import { sql, type UnitOfWork } from '@modellregion/kernel'
import { mustFromBase64, toBase64 } from '../../crypto/bytes.ts'
import type { Copy, Epoch } from '../../crypto/schema.ts'

type EpochRow = { epoch: number; by: string; from: number; threshold: number; prev: string | null; commit: string; proof: string | null; signature: string }
type CopyRow = { epoch: number; kind: 'copy' | 'share'; to: string; box: string; sealed: Buffer }

/** An epoch with its key copies, and the hash that envelopes name. `db.now` is midnight. */
export async function insertEpoch(db: UnitOfWork, epoch: Epoch, hash: string): Promise<void> {
  const { case: caseId, epoch: number, by, from, threshold, prev, commit, proof, signature } = epoch
  await db.run(sql`
    insert into help_chat.epoch (tenant_id, case_id, epoch, made_by, from_seq, threshold, prev, commit, proof, signature, hash, created_at)
    values (${db.tenant}, ${caseId}, ${number}, ${by}, ${from}, ${threshold}, ${prev}, ${commit}, ${proof}, ${signature}, ${hash}, ${db.now})`)
  const rowsOf = (kind: 'copy' | 'share', copies: readonly Copy[]) =>
    copies.map(({ to, box, sealed }, pos) => ({ tenant_id: db.tenant, case_id: caseId, epoch: number, kind, pos, party: to, box, sealed: Buffer.from(mustFromBase64(sealed)), created_at: db.now }))
  await db.insertMany('help_chat.key_copy', [...rowsOf('copy', epoch.copies), ...rowsOf('share', epoch.shares)])
}

export const findEpochHash = async (db: UnitOfWork, caseId: string, epoch: number): Promise<string | undefined> =>
  (await db.maybe(sql<{ hash: string }>`select hash from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch}`))?.hash

/** The hash of an epoch, and whether a party has a copy of its key. */
export const findEpochFor = (db: UnitOfWork, caseId: string, epoch: number, party: string): Promise<{ hash: string; reads: boolean } | undefined> =>
  db.maybe(sql<{ hash: string; reads: boolean }>`
    select hash, exists(select from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch} and kind = 'copy' and party = ${party}) as reads
    from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch}`)

/** Who has a copy of the key of an epoch (`person` included), and who a share of it. */
export async function listParties(db: UnitOfWork, caseId: string, epoch: number): Promise<{ copies: string[]; shares: string[] }> {
  const rows = await db.many(sql<{ kind: 'copy' | 'share'; party: string }>`
    select kind, party from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch} order by kind, pos`)
  const of = (wanted: 'copy' | 'share') => rows.flatMap(({ kind, party }) => (kind === wanted ? [party] : []))
  return { copies: of('copy'), shares: of('share') }
}

const columns = sql`epoch, made_by as by, from_seq as "from", threshold, prev, commit, proof, signature`
const copyColumns = sql`epoch, kind, party as "to", box, sealed`

/** All epochs of a case as they were signed, with all copies: who can read is no secret between those who read. */
export async function listEpochs(db: UnitOfWork, caseId: string): Promise<Epoch[]> {
  const rows = await db.many(sql<EpochRow>`select ${columns} from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${caseId} order by epoch`)
  const copies = await db.many(sql<CopyRow>`select ${copyColumns} from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${caseId} order by epoch, kind, pos`)
  return rows.map((row) => epochOf(db.tenant, caseId, row, copies))
}

export async function findEpoch(db: UnitOfWork, caseId: string, epoch: number): Promise<Epoch | undefined> {
  const row = await db.maybe(sql<EpochRow>`select ${columns} from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch}`)
  const copies = await db.many(sql<CopyRow>`
    select ${copyColumns} from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${caseId} and epoch = ${epoch} order by kind, pos`)
  return row && epochOf(db.tenant, caseId, row, copies)
}

function epochOf(tenant: string, caseId: string, { epoch, by, from, threshold, prev, commit, proof, signature }: EpochRow, all: readonly CopyRow[]): Epoch {
  const of = (wanted: 'copy' | 'share'): Copy[] => all.filter((copy) => copy.epoch === epoch && copy.kind === wanted).map(({ to, box, sealed }) => ({ to, box, sealed: toBase64(sealed) }))
  return { v: 1, tenant, case: caseId, epoch, by, from, threshold, copies: of('copy'), shares: of('share'), prev, commit, proof, signature }
}

/** Destroys all key copies and shares of a case and gives what was destroyed, in a fixed order, for the proof. */
export const destroyCopies = (db: UnitOfWork, caseId: string): Promise<{ epoch: number; kind: string; pos: number; sealed: Buffer }[]> =>
  db.many(sql<{ epoch: number; kind: string; pos: number; sealed: Buffer }>`
    with gone as (delete from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${caseId} returning epoch, kind, pos, sealed)
    select epoch, kind, pos, sealed from gone order by epoch, kind, pos`)

export const deleteEpochs = (db: UnitOfWork, caseId: string): Promise<number> => db.run(sql`delete from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${caseId}`)
