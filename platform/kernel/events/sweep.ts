import { Type } from 'typebox'
import { defineJob } from '../jobs/job.ts'
import { deleteHeardEvents } from './queries.ts'

/** Every night: events older than 30 days that everybody has heard. */
export const sweepEvents = defineJob({
  name: 'platform.sweep-events',
  payload: Type.Object({}),
  schedule: '30 2 * * *',
  oneAtATime: true,
  run: async ({ now, write, progress }) => {
    const removed = await write((db) => deleteHeardEvents(db, new Date(now.getTime() - 30 * 24 * 3_600_000)))
    progress(1, undefined, { removed })
  },
})
