import { Type } from 'typebox'
import { defineJob, indexRecords, removeRecords, type Job } from '@modellregion/kernel'
import { inCommons } from '../shelf/keep.ts'
import { originOf } from './origin.ts'
import { findQuestion, listAnswers } from './queries/question.ts'
import { deleteUnconfirmed } from './queries/registration.ts'
import { recordOf } from './record.ts'
import { unconfirmedDays } from './rules/event.ts'
import { remindLot, tellLot } from './tell.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Letters to all who registered: the event has changed, or is called off. */
export const tellJob: Job<{ id: string }> = defineJob({
  name: 'portfolio.tell-event',
  payload: ById,
  timeoutSeconds: 1_800,
  run: async ({ platform, tenant, payload, signal, write }) => {
    while ((await write((db) => tellLot(db, { platform, tenant, origin: originOf(platform, tenant) }, payload.id))) > 0) signal.throwIfAborted()
  },
})

/** Each morning: letters to those who have a seat tomorrow. */
export const remindJob = defineJob({
  name: 'portfolio.remind-event',
  payload: Type.Object({}),
  schedule: '10 7 * * *',
  oneAtATime: true,
  timeoutSeconds: 1_800,
  run: async ({ platform, tenant, signal, write }) => {
    while ((await write((db) => remindLot(db, { platform, tenant, origin: originOf(platform, tenant) }))) > 0) signal.throwIfAborted()
  },
})

/** Every night: registrations that nobody confirmed. Confirmed ones end with `delete_after`, by the kernel's retention. */
export const forgetRegistrationsJob = defineJob({
  name: 'portfolio.forget-registrations',
  payload: Type.Object({}),
  schedule: '35 2 * * *',
  oneAtATime: true,
  run: async ({ now, write }) => {
    await write((db) => deleteUnconfirmed(db, new Date(now.getTime() - unconfirmedDays * 86_400_000)))
  },
})

/** Makes a question findable as it is now, with its answers: in the search over all towns, and in its own town's search. */
export const indexQuestionJob: Job<{ id: string }> = defineJob({
  name: 'portfolio.index-question',
  payload: ById,
  run: async ({ platform, payload, now, write }) => {
    const record = await write(async (db) => {
      const question = await findQuestion(db, payload.id)
      const found = question?.published ? recordOf(question, await listAnswers(db, question.id), platform.directory.byId(question.town)?.name ?? '') : undefined
      if (question?.town === db.tenant) await (found ? indexRecords(db, [found]) : removeRecords(db, 'portfolio', 'question', [payload.id]))
      return found
    })
    await inCommons(platform, 'write', now, async (db) => void (await (record ? indexRecords(db, [record]) : removeRecords(db, 'portfolio', 'question', [payload.id]))))
  },
})

export const networkJobs: readonly Job[] = [tellJob, remindJob, forgetRegistrationsJob, indexQuestionJob]
