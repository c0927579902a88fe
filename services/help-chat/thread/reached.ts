import { cancelDeadlines, enqueue, type DeadlineEvent, type ServiceDeadlines, type UnitOfWork } from '@modellregion/kernel'
import { notifyConfidants } from '../notification/notify.ts'
import { listAllConfidants } from '../office/queries/confidant.ts'
import { substituteOf } from '../office/rules.ts'
import { eraseCase } from './erase.ts'
import { tellHeadsJob } from './escalate.ts'
import { endKind } from './periods.ts'
import { findCase } from './queries/case.ts'
import { listReaders } from './queries/inbox.ts'

/**
 * A clock of a case rings: who reads it is told that there is something to do. When it has run out, their substitutes and the heads of their
 * offices are told as well, without a word of the case. When the time of keeping is over, the case is destroyed.
 */
export async function ring(db: UnitOfWork, { deadline: { kind, ref }, step }: DeadlineEvent): Promise<void> {
  const file = await findCase(db, ref)
  if (!file) return void (await cancelDeadlines(db, kind, ref))
  if (kind === endKind) {
    // Opened again in the same night: its new end counts.
    if (step.kind === 'over' && file.state === 'closed') await eraseCase(db, ref, 'retention')
    return
  }
  const readers = (await listReaders(db, ref)).flatMap(({ confidantId, mine }) => (mine === 'reader' ? [confidantId] : []))
  if (step.kind === 'warning') return await notifyConfidants(db, readers)
  const { substitutes, homeTowns } = await behind(db, readers)
  await notifyConfidants(db, [...readers, ...substitutes])
  for (const town of homeTowns) await enqueue(db, tellHeadsJob, { town }, { once: `${ref} ${step.on} ${town}` })
}

export const reached: ServiceDeadlines['reached'] = (_platform, _tenant, db, event) => ring(db, event)

async function behind(db: UnitOfWork, readers: readonly string[]): Promise<{ substitutes: string[]; homeTowns: Set<string> }> {
  const all = await listAllConfidants(db)
  const reading = all.filter(({ id }) => readers.includes(id))
  // A case that nobody reads any more is the matter of every office of this town.
  const offices = reading.length > 0 ? reading : all
  return { substitutes: reading.flatMap((confidant) => substituteOf(confidant, all, db.now)?.id ?? []), homeTowns: new Set(offices.map(({ homeTown }) => homeTown)) }
}
