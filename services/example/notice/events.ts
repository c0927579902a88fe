import { Type } from 'typebox'
import { defineEvent, subscribe } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { addToDay } from './queries.ts'

/** A notice hangs on the board. When another service wants to hear it, this line moves to contracts. */
export const noticePublished = defineEvent('example.notice.published', Type.Object({ id: Type.String({ format: 'uuid' }) }))

/** Counts what was published on each day. Runs after the commit and exactly once, because count and mark share a transaction. */
export const countPublished = subscribe(noticePublished, 'example.count-published', async (db, { at }) => void (await addToDay(db, localDate(at))))
