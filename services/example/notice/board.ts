import { audit, indexRecords, publish, removeRecords, type UnitOfWork } from '@modellregion/kernel'
import { localDate, type PlainDate } from '@modellregion/standards'
import { noticePublished } from './events.ts'
import { closeNotice, countOthersOf, endNotices, insertNotice, type NewNotice } from './queries.ts'
import { whyNotPost, type NoticeRefusal } from './rules.ts'
import type { Notice } from './schema.ts'

const kind = 'notice'
const lot = 200

export const noticePath = (id: string): string => `/example/notice/${id}`

/**
 * Pins a notice to the board, or says why not. Row, search, event and audit are written together or not at all. The id is made
 * before the unit of work, so that repeating it pins nothing twice.
 */
export async function postNotice(db: UnitOfWork, notice: NewNotice): Promise<NoticeRefusal | undefined> {
  const today = localDate(db.now)
  const { n } = await countOthersOf(db, notice, today)
  const refusal = whyNotPost(notice.endsOn, today, n)
  if (refusal || (await insertNotice(db, notice)) === 0) return refusal
  const { id, title, text } = notice
  await indexRecords(db, [{ service: 'example', kind, ref: id, title, body: text, url: noticePath(id), updated: db.now }])
  await publish(db, noticePublished, { id })
  await audit(db, { action: 'notice.publish', subject: `notice/${id}` })
  return undefined
}

/** Takes it down for its author. False when it hung no more. */
export const withdrawNotice = (db: UnitOfWork, { id }: Notice): Promise<boolean> => takeDown(db, id, 'withdrawn')

/** Takes it down for the town; the author reads the reason under "my matters". */
export const hideNotice = (db: UnitOfWork, { id }: Notice, reason: string): Promise<boolean> => takeDown(db, id, 'hidden', reason)

async function takeDown(db: UnitOfWork, id: string, state: 'withdrawn' | 'hidden', reason?: string): Promise<boolean> {
  if ((await closeNotice(db, id, state, reason)) === 0) return false
  await removeRecords(db, 'example', kind, [id])
  // The reason is a text about a person's notice: it stays in the row, which can be erased, and out of the audit, which cannot.
  await audit(db, { action: state === 'hidden' ? 'notice.hide' : 'notice.withdraw', subject: `notice/${id}` })
  return true
}

/** Ends a lot of what is over. Returns how many: call until it returns 0. */
export async function clearBoard(db: UnitOfWork, today: PlainDate): Promise<number> {
  const ended = await endNotices(db, today, lot)
  await removeRecords(db, 'example', kind, ended.map(({ id }) => id))
  return ended.length
}
