import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { sendLetter, type Sender } from './letters.ts'
import { lockOwnEvent, setSeatCounts } from './queries/event.ts'
import { confirmRegistration, countLetter, deleteRegistration, findRegistration, giveSeats, keepRegistration, listRegistrations } from './queries/registration.ts'
import { deleteAfter, isOver, lettersADay } from './rules/event.ts'
import { movingUp, placeFor } from './rules/seats.ts'
import type { Registration, TransferEvent } from './schema.ts'

type Wish = Pick<Registration, 'name' | 'email' | 'organisation' | 'needs' | 'locale'>

/**
 * Somebody wants to come: nothing counts before the link of the letter was opened. An address that is registered already gets a
 * letter that says so; the page says the same in both cases, so that nobody learns who comes. Whoever is written to has not asked
 * for it: an address gets `lettersADay` such letters at most, and the page still says the same.
 */
export async function register(db: UnitOfWork, from: Sender, event: TransferEvent, wish: Wish): Promise<Registration> {
  const kept = await keepRegistration(db, { ...wish, id: newId(db.now), email: wish.email.toLowerCase(), eventId: event.id, toldSequence: event.sequence, deleteAfter: deleteAfter(event) })
  if ((await countLetter(db, kept, lettersADay)) > 0) await sendLetter(db, from, kept.state === 'asked' ? 'confirm' : 'already', event, kept)
  return kept
}

export type Confirmed = { readonly event: TransferEvent; readonly state: 'confirmed' | 'waiting' } | { readonly event: TransferEvent; readonly state: 'cancelled' | 'over' }

/** The link of the letter was opened: gives a seat, or a place on the waiting list. Repeated, it says what stands. Undefined when the registration is gone. */
export async function confirm(db: UnitOfWork, from: Sender, id: string): Promise<Confirmed | undefined> {
  const asked = await findRegistration(db, id)
  if (!asked) return undefined
  const event = await lockOwnEvent(db, asked.eventId)
  const known = await findRegistration(db, id) // what another unit did while this one waited for the lock
  if (!known) return undefined
  if (event.state === 'cancelled') return { event, state: 'cancelled' }
  if (isOver(event, db.now)) return { event, state: 'over' }
  if (known.state !== 'asked') return { event, state: known.state }
  const state = placeFor(event.seats, event.registered, event.waiting)
  await confirmRegistration(db, id, state, event.sequence)
  await settle(db, from, event)
  await sendLetter(db, from, state === 'confirmed' ? 'seat' : 'waiting', event, { ...known, state })
  await audit(db, { action: 'event.register', subject: `event/${event.id}`, detail: { registration: id, state } })
  return { event, state }
}

/** Takes a registration back and deletes what was known of the person; whoever waited longest moves up. Undefined when it was gone before. */
export async function withdraw(db: UnitOfWork, from: Sender, id: string): Promise<TransferEvent | undefined> {
  const known = await findRegistration(db, id)
  if (!known) return undefined
  const event = await lockOwnEvent(db, known.eventId)
  await deleteRegistration(db, id)
  await settle(db, from, event)
  await audit(db, { action: 'event.withdraw', subject: `event/${event.id}`, detail: { registration: id } })
  return event
}

/**
 * Gives free seats to those who wait and counts anew. Call it with the event locked, after anything that frees or adds seats. An
 * event that is over keeps its counts: the names behind them go, the numbers stay.
 */
export async function settle(db: UnitOfWork, from: Sender, event: TransferEvent): Promise<void> {
  if (event.state !== 'published' || isOver(event, db.now)) return
  const lines = await listRegistrations(db, event.id)
  const ids = movingUp(lines, event.seats)
  if (ids.length > 0) for (const moved of await giveSeats(db, ids)) await sendLetter(db, from, 'moved-up', event, moved)
  const registered = lines.filter(({ state }) => state === 'confirmed').length + ids.length
  await setSeatCounts(db, event.id, registered, lines.length - registered)
}
