import { audit, enqueue, indexRecords, removeRecords, type UnitOfWork } from '@modellregion/kernel'
import { settle } from './attend.ts'
import { tellJob } from './jobs.ts'
import type { Sender } from './letters.ts'
import { cancelEvent, deleteDraft, findEvent, getEvent, insertEvent, lockOwnEvent, publishEvent, updateEvent } from './queries/event.ts'
import { forgetReminders, setDeleteAfter } from './queries/registration.ts'
import { changesCalendar, deleteAfter, isOver } from './rules/event.ts'
import { eventPath } from './rules/reference.ts'
import { plainTextOf } from './rules/text.ts'
import type { NewEvent, TransferEvent } from './schema.ts'

/** Writes a draft; nobody outside the office sees it. False when it was written before: the same form sent once more is a change. */
export async function planEvent(db: UnitOfWork, event: NewEvent): Promise<boolean> {
  if ((await insertEvent(db, event)) === 0) return false
  await audit(db, { action: 'event.plan', subject: `event/${event.id}` })
  return true
}

/** Changes the own event. Whoever registered is told of a new time, place or title; new seats go to those who wait. Undefined when it has been cancelled. */
export async function changeEvent(db: UnitOfWork, from: Sender, event: NewEvent): Promise<TransferEvent | undefined> {
  const before = await lockOwnEvent(db, event.id)
  const grows = before.state === 'published' && changesCalendar(before, event)
  if ((await updateEvent(db, event, grows)) === 0) return undefined
  const after = await getEvent(db, event.id)
  await setDeleteAfter(db, event.id, deleteAfter(after))
  if (before.startsAt.getTime() !== after.startsAt.getTime()) await forgetReminders(db, event.id)
  await settle(db, from, after)
  if (after.state === 'published') await place(db, after)
  if (grows) await enqueue(db, tellJob, { id: event.id })
  await audit(db, { action: 'event.change', subject: `event/${event.id}`, detail: { sequence: after.sequence } })
  return after
}

/** Shows the event to everybody, in all towns. */
export async function announceEvent(db: UnitOfWork, id: string): Promise<void> {
  if ((await publishEvent(db, id)) === 0) return
  await place(db, await getEvent(db, id))
  await audit(db, { action: 'event.publish', subject: `event/${id}` })
}

/** Calls the event off. It stays to be seen, and everybody who registered gets a letter with the note. What is over stays as it was. */
export async function callOff(db: UnitOfWork, id: string, note: string): Promise<void> {
  const event = await findEvent(db, id)
  if (!event || isOver(event, db.now) || (await cancelEvent(db, id, note)) === 0) return
  await removeRecords(db, 'portfolio', 'event', [id])
  await enqueue(db, tellJob, { id })
  await audit(db, { action: 'event.cancel', subject: `event/${id}` })
}

export async function dropDraft(db: UnitOfWork, id: string): Promise<void> {
  if ((await deleteDraft(db, id)) === 0) return
  await audit(db, { action: 'event.drop', subject: `event/${id}` })
}

// The town's own search; events of other towns are listed beside the own ones.
async function place(db: UnitOfWork, { id, title, description, topics, changedAt }: TransferEvent): Promise<void> {
  await indexRecords(db, [{ service: 'portfolio', kind: 'event', ref: id, title, keywords: topics, body: plainTextOf(description), url: eventPath(id), updated: changedAt }])
}
