import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import { findConfidantOf } from './queries/confidant.ts'
import { deleteTraining, insertTraining } from './queries/training.ts'
import type { Confidant, Training } from './schema.ts'

export type Learnt = { readonly title: string; readonly doneOn: PlainDate; readonly validUntil: PlainDate | null; readonly source: Training['source']; readonly id?: string }

/**
 * Writes into the training log what somebody has learnt (§ 15 (2) HinSchG), in the home town. False when the account is no confidant there.
 * Give an `id` made before the unit of work where repeating the unit must not write twice.
 */
export async function recordTraining(db: UnitOfWork, { accountId, ...learnt }: Learnt & { readonly accountId: string }): Promise<boolean> {
  const confidant = await findConfidantOf(db, { homeTown: db.tenant, accountId })
  if (!confidant) return false
  await recordTrainingOf(db, confidant, learnt)
  return true
}

/** The same for a confidant whom the caller has looked up. */
export async function recordTrainingOf(db: UnitOfWork, { id: confidantId, accountId }: Pick<Confidant, 'id' | 'accountId'>, { id = newId(db.now), title, doneOn, validUntil, source }: Learnt): Promise<void> {
  const written = await insertTraining(db, { id, confidantId, accountId, title, doneOn, validUntil, source })
  if (written > 0) await audit(db, { action: 'training.record', subject: `confidant/${confidantId}`, detail: { source } })
}

/** Takes a wrong entry out of the log, if it is not the course's own. */
export async function removeTraining(db: UnitOfWork, confidantId: string, id: string): Promise<void> {
  if ((await deleteTraining(db, confidantId, id)) > 0) await audit(db, { action: 'training.remove', subject: `confidant/${confidantId}` })
}
