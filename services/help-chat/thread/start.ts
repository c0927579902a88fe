import type { UnitOfWork } from '@modellregion/kernel'
import { envelopeHash } from '../crypto/envelope.ts'
import { notifyConfidants } from '../notification/notify.ts'
import { listStatements } from '../office/queries/key.ts'
import { getSettings } from '../office/queries/settings.ts'
import { dayOf, onlyDay } from './only-day.ts'
import { nextDue, startPromise } from './periods.ts'
import { findCase, insertCase, moveHead } from './queries/case.ts'
import { findEnvelopeHash, insertEnvelope } from './queries/envelope.ts'
import { insertEpoch } from './queries/epoch.ts'
import { putReaders } from './queries/inbox.ts'
import { spend } from './queries/work.ts'
import { bucketOf, currentOf, knownKeys, seatsOf, whyNotEnvelope, whyNotEpoch } from './rules.ts'
import type { Refusal, StartBody } from './schema.ts'
import type { PlainDate } from '@modellregion/standards'

/** What the proof of work or the ticket leaves behind until it would have ended. */
export type Spent = { readonly hash: Buffer; readonly expiresAt: Date }
/** What the server keeps of a start; how it was paid for is settled before. */
export type Beginning = Pick<StartBody, 'case' | 'keys' | 'epoch' | 'envelope'>
/** `readers`: whom to tell when it is committed. */
export type Started = { readonly received: PlainDate; readonly isNew: boolean; readonly readers: readonly string[] } | { readonly refusal: Refusal }

/**
 * A new case with its first epoch and envelope: all or nothing. Sent once more because the answer got lost, it is acknowledged once more. Call
 * `sodium()` before the unit of work; that the work is genuine was checked before as well, here it is spent.
 */
export async function startCase(unit: UnitOfWork, body: Beginning, lookupHash: Buffer, spent: Spent): Promise<Started> {
  const db = onlyDay(unit)
  const day = dayOf(db)
  if ((await spend(db, spent.hash, spent.expiresAt)) === 0) return await repeated(db, body)
  const { epoch, envelope, keys } = body
  const refusal = await whyNotStart(db, body)
  if (refusal) return { refusal }
  if ((await insertCase(db, { id: body.case, lookupHash, signKey: keys.sign, boxKey: keys.box, day })) === 0) return { refusal: { status: 409, code: 'case-known' } }
  const current = currentOf(epoch)
  const hash = envelopeHash(envelope)
  await insertEpoch(db, epoch, current.hash)
  await insertEnvelope(db, envelope, { hash, bucket: bucketOf(envelope.body) ?? 0, day })
  await moveHead(db, body.case, { seq: 0, hash, from: 'person', day, epoch: 1 })
  await startPromise(db, body.case, (await getSettings(db)).promiseHours)
  const seats = seatsOf(current)
  await putReaders(db, { id: body.case, state: 'open', dueOn: await nextDue(db, body.case) }, seats)
  const readers = seats.flatMap(({ confidantId, mine }) => (mine === 'reader' ? [confidantId] : []))
  await notifyConfidants(db, readers)
  return { received: day, isNew: true, readers }
}

async function whyNotStart(db: UnitOfWork, { case: id, keys, epoch, envelope }: Beginning): Promise<Refusal | undefined> {
  const place = { id, headSeq: -1, headHash: null, epoch: 1 }
  const known = knownKeys(keys, await listStatements(db))
  const refusal = whyNotEpoch(epoch, { tenant: db.tenant, place, current: undefined, known })
  if (refusal) return refusal
  const current = currentOf(epoch)
  if (seatsOf(current).every(({ mine }) => mine !== 'reader')) return { status: 422, code: 'epoch-invalid' } // nobody would ever read it
  return envelope.from === 'person' ? whyNotEnvelope(envelope, { tenant: db.tenant, place, current, known }) : { status: 403, code: 'sender' }
}

async function repeated(db: UnitOfWork, { case: id, envelope }: Beginning): Promise<Started> {
  const known = await findCase(db, id)
  if (known && (await findEnvelopeHash(db, id, 0)) === envelopeHash(envelope)) return { received: known.openedOn, isNew: false, readers: [] }
  return { refusal: { status: 409, code: 'work-spent' } }
}
