import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { digestLot } from './digest.ts'
import { deleteForgotten } from './queries.ts'
import { dueBefore, forgottenBefore } from './rules.ts'
import type { Rhythm } from './schema.ts'

const digest = (rhythm: Rhythm, schedule: string) =>
  defineJob({
    name: `open-data.follow-${rhythm}`,
    payload: Type.Object({}),
    schedule,
    oneAtATime: true,
    timeoutSeconds: 3_600,
    run: async ({ platform, tenant, now, signal, write }) => {
      while ((await write((db) => digestLot(db, platform, tenant, rhythm, dueBefore(rhythm, now)))) > 0) signal.throwIfAborted()
    },
  })

/** Summaries each morning and on Mondays. */
export const dailyDigest = digest('daily', '20 4 * * *')
export const weeklyDigest = digest('weekly', '40 4 * * 1')

/** Every night: addresses that nobody confirmed, and those that follow nothing any more. */
export const forgetJob = defineJob({
  name: 'open-data.follow-forget',
  payload: Type.Object({}),
  schedule: '50 2 * * *',
  oneAtATime: true,
  run: async ({ now, write }) => {
    await write((db) => deleteForgotten(db, forgottenBefore(now)))
  },
})

export const followJobs: readonly Job[] = [dailyDigest, weeklyDigest, forgetJob]
