import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { eraseCase } from './erase.ts'
import { tellHeadsJob } from './escalate.ts'
import { dropAttachment, listStuck } from './queries/attachment.ts'
import { listToErase } from './queries/case.ts'
import { forgetSpent } from './queries/work.ts'

const lot = 20

/**
 * Every night: what had to go and is still there goes, files that stopped arriving and spent proofs of work go. The deadline of a case does the
 * same at its end; this is the second pair of eyes.
 */
export const sweepJob = defineJob({
  name: 'help-chat.sweep',
  payload: Type.Object({}),
  schedule: '10 4 * * *',
  oneAtATime: true,
  run: async ({ now, signal, read, write }) => {
    const today = localDate(now)
    for (let due = await read((db) => listToErase(db, today, lot)); due.length > 0; due = await read((db) => listToErase(db, today, lot)))
      for (const { id } of due) {
        signal.throwIfAborted()
        await write((db) => eraseCase(db, id, 'retention'))
      }
    for (let stuck = await read((db) => listStuck(db, today, lot)); stuck.length > 0; stuck = await read((db) => listStuck(db, today, lot))) for (const { id } of stuck) await write((db) => dropAttachment(db, id))
    await write(forgetSpent)
  },
})

export const threadJobs: readonly Job[] = [sweepJob, tellHeadsJob]
