import { audit, type UnitOfWork } from '@modellregion/kernel'
import { listConfidants } from '../office/queries/confidant.ts'
import { listStatements } from '../office/queries/key.ts'
import { dayOf } from './only-day.ts'
import { findCase } from './queries/case.ts'
import { findEpoch, listParties } from './queries/epoch.ts'
import { findSeat } from './queries/inbox.ts'
import { insertEscrow, insertShare, listEscrow, listSharesOf, lockEscrow, withdrawEscrow, type EscrowRequest } from './queries/escrow.ts'
import type { Refusal } from './schema.ts'

export type EscrowView = EscrowRequest & {
  readonly town: string
  /** How many shares open the case, how many were made, and who has released theirs. */
  readonly threshold: number
  readonly shares: number
  readonly released: readonly string[]
  /** May this confidant still release one? */
  readonly mine: 'holder' | 'released' | 'none'
  /** Only for whoever asked: what was sealed to their box key. */
  readonly sealed: readonly { readonly from: string; readonly sealed: string }[]
}

const mostShown = 100

/** Asks for a case that no active confidant reads. Seen by all confidants of the town; who asked and when stands in the audit, too. */
export async function askForCase(db: UnitOfWork, { id, caseId, by, reason }: { id: string; caseId: string; by: string; reason: string }): Promise<Refusal | undefined> {
  const seat = await findSeat(db, caseId, by)
  const file = seat && (await findCase(db, caseId))
  if (!file) return { status: 404, code: 'not-your-case' }
  if (seat.mine === 'reader') return { status: 409, code: 'escrow-has-readers' }
  const { copies, shares } = await listParties(db, caseId, file.epoch)
  if (shares.length === 0) return { status: 409, code: 'escrow-none' }
  // Whoever is away comes back; only those who have left read no more.
  const active = new Set((await listConfidants(db)).map((confidant) => confidant.id))
  if (copies.some((party) => active.has(party))) return { status: 409, code: 'escrow-has-readers' }
  const box = (await listStatements(db, [by]))[by]?.at(-1)?.box
  if (box === undefined) return { status: 409, code: 'no-keys' }
  if ((await insertEscrow(db, { id, caseId, epoch: file.epoch, by, box, reason: reason.trim(), askedOn: dayOf(db) })) === 0) return { status: 409, code: 'escrow-open' }
  await audit(db, { action: 'escrow.ask', subject: `case/${caseId}`, detail: { request: id, by } })
  return undefined
}

/** A holder lets the one who asks have their share. `unknown`: no such request in this town. */
export async function releaseShare(db: UnitOfWork, id: string, by: string, sealed: string): Promise<Refusal | 'unknown' | undefined> {
  const request = await lockEscrow(db, id)
  if (!request) return 'unknown'
  if (request.state !== 'open') return { status: 409, code: 'escrow-over' }
  const { shares } = await listParties(db, request.caseId, request.epoch)
  if (!shares.includes(by)) return { status: 403, code: 'escrow-none' }
  if ((await insertShare(db, { requestId: id, confidantId: by, sealed })) > 0) await audit(db, { action: 'escrow.release', subject: `case/${request.caseId}`, detail: { request: id, by } })
  return undefined
}

/** Takes a request back; whoever asked may do that. */
export async function withdrawRequest(db: UnitOfWork, id: string, by: string): Promise<Refusal | 'unknown' | undefined> {
  const request = await lockEscrow(db, id)
  if (!request) return 'unknown'
  if (request.by !== by) return { status: 403, code: 'escrow-none' }
  if ((await withdrawEscrow(db, id)) === 0) return { status: 409, code: 'escrow-over' }
  await audit(db, { action: 'escrow.withdraw', subject: `case/${request.caseId}`, detail: { request: id, by } })
  return undefined
}

/** All requests of the town, as one confidant sees them. */
export async function viewRequests(db: UnitOfWork, confidantId: string): Promise<EscrowView[]> {
  const requests = await listEscrow(db, mostShown)
  const released = Map.groupBy(await listSharesOf(db, requests.map(({ id }) => id)), ({ requestId }) => requestId)
  const views: EscrowView[] = []
  for (const request of requests) {
    const epoch = await findEpoch(db, request.caseId, request.epoch)
    const given = released.get(request.id) ?? []
    const holds = epoch?.shares.some(({ to }) => to === confidantId) === true
    views.push({
      ...request,
      town: db.tenant,
      threshold: epoch?.threshold ?? 0,
      shares: epoch?.shares.length ?? 0,
      released: given.map((share) => share.confidantId),
      mine: !holds ? 'none' : given.some((share) => share.confidantId === confidantId) ? 'released' : 'holder',
      sealed: request.by === confidantId ? given.map((share) => ({ from: share.confidantId, sealed: share.sealed })) : [],
    })
  }
  return views
}
