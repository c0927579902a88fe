import { audit, type UnitOfWork } from '@modellregion/kernel'
import { cents } from '@modellregion/standards'
import { accountOf, usedOf } from './account.ts'
import { findBooking, insertBookings, insertEvidence, insertRemark, lastSeq, listEvidence, listMarks } from './queries/booking.ts'
import { lockAccount } from './queries/account.ts'
import { eligibleOf } from './rules/amount.ts'
import { markOf } from './rules/csv.ts'
import type { BookingEntry, BookingRow, Evidence, NewBooking, Remark } from './schema.ts'
import { renewUse } from './terms.ts'

type By = { readonly accountId: string | null }
const entryOf = (project: string, id: string, entry: BookingEntry, { accountId }: By): NewBooking => ({ ...entry, id, project, eligibleCents: eligibleOf(entry), role: 'entry', corrects: null, reason: '', accountId })

type Wanted = { readonly id: string; readonly entry: BookingEntry }

/** Books payments, one id for each. Repeated with the same ids it changes nothing. Returns how many were new. */
export async function bookEntries(db: UnitOfWork, project: string, entries: readonly Wanted[], by: By): Promise<number> {
  await lockAccount(db, project)
  const written = await insertBookings(db, entries.map(({ id, entry }) => entryOf(project, id, entry, by)), await lastSeq(db, project))
  if (written === 0) return 0
  await settleUse(db, project)
  await audit(db, { action: 'grant.book', subject: `grant/${project}`, detail: { bookings: written, ...(entries.length === 1 && entries[0] && { booking: entries[0].id }) } })
  return written
}

/** The same without what is booked already, by somebody else or by the same form sent before. Returns how many were new, and how many were left out. */
export async function bookFresh(db: UnitOfWork, project: string, entries: readonly Wanted[], by: By): Promise<{ written: number; twice: number }> {
  await lockAccount(db, project)
  const known = new Set((await listMarks(db, project)).map(markOf))
  const fresh = entries.filter(({ entry }) => !known.has(markOf(entry)))
  return { written: await bookEntries(db, project, fresh, by), twice: entries.length - fresh.length }
}

async function settleUse(db: UnitOfWork, project: string): Promise<void> {
  const account = await accountOf(db, project)
  await renewUse(db, account, (await usedOf(db, account)).used)
}

/** Why a booking cannot be corrected. */
export const whyNotCorrect = ({ role, settledBy }: Pick<BookingRow, 'role' | 'settledBy'>): 'counter' | 'settled' | undefined => (role === 'counter' ? 'counter' : settledBy !== null ? 'settled' : undefined)

/**
 * Takes a booking back by a counter-booking of the same day and, where `again` is given, puts another in its place. Both say why and what they
 * correct; the first one stays as it was. Returns the refusal, if any.
 */
export async function correctBooking(db: UnitOfWork, project: string, id: string, ids: { readonly counter: string; readonly again: string }, reason: string, again: BookingEntry | undefined, by: By): Promise<'counter' | 'settled' | 'unknown' | undefined> {
  await lockAccount(db, project)
  const first = await findBooking(db, project, id)
  if (!first) return 'unknown'
  // A repeated unit finds its own counter-booking, which is no refusal.
  if (await findBooking(db, project, ids.counter)) return undefined
  const refusal = whyNotCorrect(first)
  if (refusal) return refusal
  const { lineKey, paidOn, voucher, payee, purpose, vatEligible, shareBp } = first
  const counter: NewBooking = {
    id: ids.counter, project, lineKey, paidOn, voucher, payee, purpose, vatEligible, shareBp, reason, accountId: by.accountId,
    amountCents: cents(-first.amountCents), vatCents: cents(-first.vatCents), eligibleCents: cents(-first.eligibleCents), role: 'counter', corrects: id,
  }
  const replacement: NewBooking[] = again ? [{ ...entryOf(project, ids.again, again, by), role: 'replacement', corrects: id, reason }] : []
  await insertBookings(db, [counter, ...replacement], await lastSeq(db, project))
  await settleUse(db, project)
  await audit(db, { action: 'grant.correct', subject: `grant/${project}`, detail: { booking: id, counter: ids.counter, replaced: again !== undefined } })
  return undefined
}

/** Whether a file of the same content proves a booking already. Until the unit ends nobody else adds one. */
export async function isProved(db: UnitOfWork, project: string, { bookingId, sha256 }: Pick<Evidence, 'bookingId' | 'sha256'>): Promise<boolean> {
  await lockAccount(db, project)
  return (await listEvidence(db, bookingId)).some((known) => known.sha256 === sha256)
}

/** Puts a file beside a booking; the file itself was recorded before in the same unit. */
export async function keepEvidence(db: UnitOfWork, project: string, evidence: Omit<Evidence, 'createdAt'>): Promise<void> {
  if ((await insertEvidence(db, project, evidence)) > 0) await audit(db, { action: 'grant.evidence', subject: `grant/${project}`, detail: { booking: evidence.bookingId, file: evidence.id, sha256: evidence.sha256 } })
}

/** What an auditor writes on a booking or a statement. It stays. */
export async function keepRemark(db: UnitOfWork, project: string, remark: Omit<Remark, 'createdAt'> & { readonly accountId: string }): Promise<void> {
  if ((await insertRemark(db, project, remark)) > 0) await audit(db, { action: 'grant.remark', subject: `grant/${project}`, detail: { about: remark.about, id: remark.aboutId } })
}
