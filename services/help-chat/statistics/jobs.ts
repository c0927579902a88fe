import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { publishStatistics } from './publish.ts'

/** On the second of each month, what was counted until the end of the month before. */
export const publishJob = defineJob({
  name: 'help-chat.publish-statistics',
  payload: Type.Object({}),
  schedule: '25 3 2 * *',
  oneAtATime: true,
  run: async ({ now, write }) => await write((db) => publishStatistics(db, localDate(now))),
})

export const statisticsJobs: readonly Job[] = [publishJob]
