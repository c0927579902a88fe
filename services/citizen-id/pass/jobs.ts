import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { deleteOldChallenges } from '../passkey/queries.ts'
import { deleteOldRequests } from './queries.ts'

/** Every quarter of an hour: questions and pairings that have been over for an hour, and challenges that nobody can answer any more. */
export const sweepPassJob = defineJob({
  name: 'citizen-id.sweep-pass',
  payload: Type.Object({}),
  schedule: '5,20,35,50 * * * *',
  oneAtATime: true,
  run: async ({ write, progress }) => {
    const removed = await write(async (db) => (await deleteOldRequests(db)) + (await deleteOldChallenges(db)))
    progress(1, undefined, { removed })
  },
})
