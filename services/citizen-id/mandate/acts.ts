import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { closeMandate } from './end.ts'
import * as queries from './queries.ts'
import type { EventKind, EvidenceDocument, Mandate } from './schema.ts'

const note = (db: UnitOfWork, mandateId: string, what: EventKind, byId: string): Promise<number> => queries.insertEvent(db, { id: newId(db.now), mandateId, what, byId })

export async function propose(db: UnitOfWork, mandate: queries.NewMandate, byId: string): Promise<void> {
  if ((await queries.insertMandate(db, mandate)) === 0) return
  await note(db, mandate.id, mandate.kind === 'power-of-attorney' ? 'proposed' : 'requested', byId)
  await audit(db, { action: 'mandate.propose', subject: `mandate/${mandate.id}`, detail: { kind: mandate.kind } })
}

/** Whoever enters the code becomes the one who may accept. Undefined when there is no such offer for them. */
export async function take(db: UnitOfWork, codeHash: string, person: { id: string }, stillOffered: (mandate: Mandate) => boolean): Promise<string | undefined> {
  const offer = await queries.findMandateByCode(db, codeHash)
  if (!offer || !stillOffered(offer)) return undefined
  if ((await queries.takeOffer(db, offer.id, person.id, '')) === 0) return undefined
  await note(db, offer.id, 'taken', person.id)
  return offer.id
}

/** 'accepted' by the representative or 'confirmed' by an officer who has seen a document. False when it was decided before. */
export async function activate(db: UnitOfWork, id: string, by: { representative: string; name: string } | { officer: string; document: EvidenceDocument }): Promise<boolean> {
  const officer = 'officer' in by
  const done = await queries.decide(db, id, { state: 'active', ...(officer ? { document: by.document, confirmedBy: by.officer } : { representativeLabel: by.name }) })
  if (done === 0) return false
  await note(db, id, officer ? 'confirmed' : 'accepted', officer ? by.officer : by.representative)
  await audit(db, { action: officer ? 'mandate.confirm' : 'mandate.accept', subject: `mandate/${id}`, ...(officer && { detail: { document: by.document } }) })
  return true
}

export async function decline(db: UnitOfWork, id: string, byId: string): Promise<boolean> {
  if ((await queries.decide(db, id, { state: 'declined' })) === 0) return false
  await note(db, id, 'declined', byId)
  await audit(db, { action: 'mandate.decline', subject: `mandate/${id}` })
  return true
}

/** By either side, at once. */
export const revoke = (db: UnitOfWork, id: string, side: 'principal' | 'representative', byId: string): Promise<boolean> =>
  closeMandate(db, id, { state: 'revoked', what: side === 'principal' ? 'revoked' : 'given-up', byId })
