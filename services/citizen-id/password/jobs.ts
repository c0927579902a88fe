import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { deleteOldBuckets } from '../sign-in/queries.ts'
import { deleteOldRegistrations } from './queries.ts'

/** Every quarter of an hour: registrations that nobody confirmed, and counts of tries that are a day old. */
export const sweepSignInJob = defineJob({
  name: 'citizen-id.sweep-sign-in',
  payload: Type.Object({}),
  schedule: '*/15 * * * *',
  oneAtATime: true,
  run: async ({ write, progress }) => {
    const removed = await write(async (db) => (await deleteOldRegistrations(db)) + (await deleteOldBuckets(db)))
    progress(1, undefined, { removed })
  },
})
