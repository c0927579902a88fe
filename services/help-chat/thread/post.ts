import type { UnitOfWork } from '@modellregion/kernel'
import { envelopeHash } from '../crypto/envelope.ts'
import type { Envelope, Epoch } from '../crypto/schema.ts'
import { notifyConfidants, notifyPerson } from '../notification/notify.ts'
import { listStatements } from '../office/queries/key.ts'
import { dayOf, onlyDay } from './only-day.ts'
import { answered, cancelEnd, nextDue, startEnd, startReport } from './periods.ts'
import { closeCase, declareReport, lockCase, moveHead, reopenCase } from './queries/case.ts'
import { findEnvelopeDay, findEnvelopeHash, insertEnvelope } from './queries/envelope.ts'
import { findEpochFor, findEpochHash, insertEpoch, listParties } from './queries/epoch.ts'
import { listReaders, moveSeats, putReaders } from './queries/inbox.ts'
import { finishEscrow, findOpenEscrowOf } from './queries/escrow.ts'
import { bucketOf, currentOf, knownKeys, seatsOf, whyNotEnvelope, whyNotEpoch, type Current, type KnownKeys } from './rules.ts'
import type { Act, CaseFile, Refusal } from './schema.ts'
import { countPosted } from './statistics.ts'

export type Posting = { readonly envelope: Envelope; readonly epoch?: Epoch | undefined; readonly act?: Act | undefined; readonly declares?: true | undefined }
/** `readers`: whom to tell when it is committed; nobody when it was there before. */
export type Posted = { readonly seq: number; readonly readers: readonly string[] } | { readonly refusal: Refusal }

/**
 * Puts one envelope at the end of a case, with a new epoch when one comes with it: all or nothing. `sender` is who asks, as the route knows it. Sent
 * once more because the answer got lost, it is acknowledged once more. Call `sodium()` before the unit of work.
 */
export async function post(unit: UnitOfWork, caseId: string, sender: string, posting: Posting): Promise<Posted> {
  const db = onlyDay(unit)
  const { envelope } = posting
  const place = await lockCase(db, caseId)
  if (!place) return { refusal: { status: 404, code: 'not-your-case' } }
  if (envelope.from !== sender) return { refusal: { status: 403, code: 'sender' } }
  if (envelope.seq <= place.headSeq) return await repeated(db, place, envelope)
  if (sender === 'person' && (await isFlooded(db, place))) return { refusal: { status: 429, code: 'too-many' } }
  const checked = posting.epoch ? await checkWithEpoch(db, place, { ...posting, epoch: posting.epoch }, sender) : await check(db, place, posting, sender)
  if ('refusal' in checked) return checked
  return { seq: envelope.seq, readers: await keep(db, posting.epoch ? { ...place, epoch: posting.epoch.epoch } : place, posting, checked.current) }
}

/** Envelopes of one case on one day, from both sides. No conversation needs as many; whoever fills the disk does. */
const mostPerDay = 300
const isFlooded = async (db: UnitOfWork, { id, headSeq }: CaseFile): Promise<boolean> => headSeq >= mostPerDay && (await findEnvelopeDay(db, id, headSeq - mostPerDay + 1)) === dayOf(db)

type Checked = { readonly current: Current } | { readonly refusal: Refusal }

/** Under the epoch that is used now only the sender's own keys and copy matter: the usual case, with few questions. */
async function check(db: UnitOfWork, place: CaseFile, posting: Posting, sender: string): Promise<Checked> {
  const epoch = await findEpochFor(db, place.id, place.epoch, sender)
  if (!epoch) throw new Error('A case has no epoch.')
  const current = { hash: epoch.hash, copies: epoch.reads ? [sender] : [], shares: [] }
  const known = knownKeys({ sign: place.signKey, box: place.boxKey }, sender === 'person' ? {} : await listStatements(db, [sender]))
  const refusal = whyNotEnvelope(posting.envelope, { tenant: db.tenant, place, current, known }) ?? whyNotAct(place, posting, sender)
  return refusal ? { refusal } : { current }
}

async function checkWithEpoch(db: UnitOfWork, place: CaseFile, posting: Posting & { readonly epoch: Epoch }, sender: string): Promise<Checked> {
  const known = knownKeys({ sign: place.signKey, box: place.boxKey }, await listStatements(db))
  const before = await currentEpoch(db, place)
  const epochRefusal = await whyNotNewEpoch(db, place, posting.epoch, before, known, sender)
  if (epochRefusal) return { refusal: epochRefusal }
  const current = currentOf(posting.epoch)
  const refusal = whyNotEnvelope(posting.envelope, { tenant: db.tenant, place: { ...place, epoch: posting.epoch.epoch }, current, known }) ?? whyNotAct(place, posting, sender)
  return refusal ? { refusal } : { current }
}

async function repeated(db: UnitOfWork, place: CaseFile, envelope: Envelope): Promise<Posted> {
  if ((await findEnvelopeHash(db, place.id, envelope.seq)) === envelopeHash(envelope)) return { seq: envelope.seq, readers: [] }
  return { refusal: { status: 409, code: 'sequence', expected: place.headSeq + 1 } }
}

async function currentEpoch(db: UnitOfWork, place: CaseFile): Promise<Current> {
  const hash = await findEpochHash(db, place.id, place.epoch)
  if (hash === undefined) throw new Error('A case has no epoch.')
  return { hash, ...(await listParties(db, place.id, place.epoch)) }
}

async function whyNotNewEpoch(db: UnitOfWork, place: CaseFile, epoch: Epoch, current: Current, known: KnownKeys, sender: string): Promise<Refusal | undefined> {
  if (epoch.by !== sender) return { status: 403, code: 'sender' }
  const refusal = whyNotEpoch(epoch, { tenant: db.tenant, place, current, known })
  if (refusal || sender === 'person' || current.copies.includes(sender)) return refusal
  // Whoever only holds a share reads after they have asked in front of all, and enough of the others have answered.
  return (await findOpenEscrowOf(db, place.id, sender)) ? undefined : { status: 403, code: 'escrow-none' }
}

function whyNotAct(place: CaseFile, { act, declares }: Posting, sender: string): Refusal | undefined {
  if (declares && place.lane === 'report') return { status: 409, code: 'report-already' }
  if (act && sender === 'person') return { status: 403, code: 'sender' }
  return (act === 'receipt' || act === 'feedback') && place.lane !== 'report' ? { status: 409, code: 'nothing-to-do' } : undefined
}

/** Writes a checked envelope: epoch, envelope, head, periods, seats. Returns who reads it. */
async function keep(db: UnitOfWork, place: CaseFile, { envelope, epoch, act, declares }: Posting, current: Current): Promise<string[]> {
  const { id } = place
  const day = dayOf(db)
  if (epoch) await insertEpoch(db, epoch, current.hash)
  const hash = envelopeHash(envelope)
  await insertEnvelope(db, envelope, { hash, bucket: bucketOf(envelope.body) ?? 0, day })
  await moveHead(db, id, { seq: envelope.seq, hash, from: envelope.from, day, epoch: place.epoch })
  const { state, moved } = await movePeriods(db, place, { envelope, act, declares })
  const dueOn = state === 'open' && (moved || epoch) ? await nextDue(db, id) : null
  if (epoch) {
    await putReaders(db, { id, state, dueOn }, seatsOf(current))
    await finishEscrow(db, id, epoch.by)
  } else if (moved) await moveSeats(db, id, { state, dueOn })
  const readers = (await listReaders(db, id)).flatMap(({ confidantId, mine }) => (mine === 'reader' ? [confidantId] : []))
  await notifyConfidants(db, readers.filter((reader) => reader !== envelope.from))
  if (envelope.from !== 'person') await notifyPerson(db, id)
  await countPosted(db, place, { isAnswer: envelope.from !== 'person', declares: declares === true, closes: act === 'close' })
  return readers
}

/** `moved`: the place of the case in the inboxes may be another one now. */
async function movePeriods(db: UnitOfWork, place: CaseFile, { envelope, act, declares }: Pick<Posting, 'envelope' | 'act' | 'declares'>): Promise<{ state: CaseFile['state']; moved: boolean }> {
  const { id } = place
  const finished = envelope.from === 'person' ? 0 : await answered(db, id, act)
  if (declares) {
    await declareReport(db, id, dayOf(db))
    await startReport(db, id)
  }
  if (act === 'close') {
    if (place.state === 'open') await closeCase(db, id, dayOf(db), await startEnd(db, id, place.lane))
    return { state: 'closed', moved: true }
  }
  if (place.state === 'closed') await reopen(db, id)
  return { state: 'open', moved: finished > 0 || declares === true || place.state === 'closed' }
}

// Whoever writes once more is not alone with it: the case goes on and its erasure is taken back.
async function reopen(db: UnitOfWork, id: string): Promise<void> {
  await reopenCase(db, id)
  await cancelEnd(db, id)
}

