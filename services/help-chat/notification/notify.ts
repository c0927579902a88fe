import { randomInt } from 'node:crypto'
import type { UnitOfWork } from '@modellregion/kernel'
import { clearCaseTold, clearTold, deleteCaseDevices, deleteNews, insertNews, markCaseNews } from './queries.ts'
import { runsOfConfidant, runsOfPerson } from './schema.ts'

// What the room of cases calls in its units of work. Nothing is sent here: marks are set, and a job every five minutes knocks, later, at random.

/**
 * There is something new in this town for these confidants (their ids, of this unit's town). Call it in the unit that stores the message, with
 * everybody who can read it but the sender. Whoever was told and has not looked since is not told again.
 */
export async function notifyConfidants(db: UnitOfWork, confidantIds: readonly string[]): Promise<void> {
  if (confidantIds.length > 0) await insertNews(db, [...new Set(confidantIds)].map((confidantId) => ({ confidantId, waits: randomInt(runsOfConfidant) })))
}

/** There is something new for the person of this case. Does nothing unless they have asked for notices. */
export async function notifyPerson(db: UnitOfWork, caseId: string): Promise<void> {
  await markCaseNews(db, caseId, randomInt(runsOfPerson))
}

/** The person looks at the case: the next message may be told again. */
export async function personLooked(db: UnitOfWork, caseId: string): Promise<void> {
  await clearCaseTold(db, caseId)
}

/** A confidant sees what is new in this unit's town: no notice about it any more. */
export async function newsSeen(db: UnitOfWork, confidantId: string): Promise<void> {
  await deleteNews(db, [confidantId])
}

/** A confidant looks at the desk: the next message may be told again. In a unit of the home town, with the account. */
export async function confidantLooked(db: UnitOfWork, accountId: string): Promise<void> {
  await clearTold(db, accountId)
}

/** Devices go with the case; the database sees to it as well (`on delete cascade`). */
export async function forgetDevices(db: UnitOfWork, caseId: string): Promise<void> {
  await deleteCaseDevices(db, caseId)
}
