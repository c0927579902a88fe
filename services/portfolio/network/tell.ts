import type { UnitOfWork } from '@modellregion/kernel'
import { sendLetter, type Sender } from './letters.ts'
import { findEvent, listBeginning } from './queries/event.ts'
import { markReminded, markTold, takeUnreminded, takeUntold } from './queries/registration.ts'
import { isOver, tomorrow } from './rules/event.ts'

const lot = 50

/** Tells a lot of those who registered that the event has changed or is called off. Letters and marks are one unit. Returns how many: call until 0. */
export async function tellLot(db: UnitOfWork, from: Sender, eventId: string): Promise<number> {
  const event = await findEvent(db, eventId)
  if (event?.town !== db.tenant || isOver(event, db.now)) return 0
  const untold = await takeUntold(db, event.id, event.sequence, lot)
  for (const one of untold) await sendLetter(db, from, event.state === 'cancelled' ? 'cancelled' : 'changed', event, one)
  if (untold.length > 0) await markTold(db, untold.map(({ id }) => id), event.sequence)
  return untold.length
}

/** Reminds a lot of those who have a seat at an event of tomorrow, each once. Returns how many: call until 0. */
export async function remindLot(db: UnitOfWork, from: Sender): Promise<number> {
  const { from: first, until } = tomorrow(db.now)
  let reminded = 0
  for (const event of await listBeginning(db, first, until)) {
    const some = await takeUnreminded(db, event.id, lot)
    for (const one of some) await sendLetter(db, from, 'reminder', event, one)
    if (some.length > 0) await markReminded(db, some.map(({ id }) => id))
    reminded += some.length
  }
  return reminded
}
