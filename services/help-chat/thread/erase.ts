import { createHash } from 'node:crypto'
import { audit, type UnitOfWork } from '@modellregion/kernel'
import { onlyDay } from './only-day.ts'
import { cancelAll } from './periods.ts'
import { deleteAttachments } from './queries/attachment.ts'
import { deleteCase, lockCase } from './queries/case.ts'
import { deleteEnvelopes } from './queries/envelope.ts'
import { deleteEpochs, destroyCopies } from './queries/epoch.ts'
import { deleteEscrow } from './queries/escrow.ts'
import { deleteReaders } from './queries/inbox.ts'
import type { Refusal } from './schema.ts'

export type EraseReason = 'person' | 'retention'

/**
 * Destroys a case: its keys first, then everything else, in the caller's transaction. What is left is one line of the audit with a hash over
 * the destroyed key copies: whoever still has one from a backup can prove that it was among them. False when there is no such case.
 */
export async function eraseCase(unit: UnitOfWork, id: string, reason: EraseReason): Promise<boolean> {
  const db = onlyDay(unit)
  const file = await lockCase(db, id)
  if (!file) return false
  const copies = await destroyCopies(db, id)
  const hash = createHash('sha256')
  for (const { epoch, kind, pos, sealed } of copies) hash.update(`${epoch}|${kind}|${pos}|`).update(sealed)
  await deleteEscrow(db, id)
  await deleteEnvelopes(db, id)
  await deleteEpochs(db, id)
  await deleteAttachments(db, id)
  await deleteReaders(db, id)
  await cancelAll(db, id)
  await deleteCase(db, id)
  await audit(db, { action: 'case.erase', subject: `case/${id}`, detail: { reason, copies: copies.length, destroyed: hash.digest('hex') } })
  return true
}

/** The person wants it gone, now. Reports stay, because the law keeps them (§ 11 (5) HinSchG). */
export async function eraseByPerson(db: UnitOfWork, id: string): Promise<Refusal | undefined> {
  const file = await lockCase(db, id)
  if (file?.lane === 'report') return { status: 409, code: 'kept-by-law' }
  await eraseCase(db, id, 'person')
  return undefined
}
