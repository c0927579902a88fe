import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { listSchools } from '../store/queries.ts'
import { renewPlan } from './act.ts'
import { deleteOldTasks } from './queries/task.ts'

const day = 86_400_000

/** Plans the flushes of all schools anew, three times a day: before the round, after it, and at night. */
export const planFlushesJob = defineJob({
  name: 'smart-school.plan-flushes',
  payload: Type.Object({}),
  schedule: '20 3,9,15 * * *',
  oneAtATime: true,
  run: async ({ now, signal, read, write }) => {
    for (const school of await read((db) => listSchools(db))) {
      signal.throwIfAborted()
      await write((db) => renewPlan(db, school, now))
    }
    await write((db) => deleteOldTasks(db, new Date(now.getTime() - 400 * day)))
  },
})

export const waterJobs: readonly Job[] = [planFlushesJob]
