import { Type } from 'typebox'
import { defineJob } from './job.ts'
import { deleteOldJobs } from './queries.ts'
import { requeueLostIn } from './requeue.ts'

const day = 24 * 3_600_000

/** Every night: old jobs are forgotten, lost ones are found again. */
export const sweepJobs = defineJob({
  name: 'platform.sweep-jobs',
  payload: Type.Object({}),
  schedule: '10 2 * * *',
  oneAtATime: true,
  run: async ({ now, write, progress }) => {
    const removed = await write((db) => deleteOldJobs(db, new Date(now.getTime() - 30 * day), new Date(now.getTime() - 90 * day)))
    const found = await write((db) => requeueLostIn(db))
    progress(1, undefined, { removed, found })
  },
})
