import { Type } from 'typebox'
import { localTime } from '@modellregion/standards'
import { defineJob } from '../jobs/job.ts'
import { tellServices } from './tell.ts'

/**
 * Every day at 5:40 in Berlin, once in each town: before offices open. Schedules know UTC only, so it is ordered at 3:40 and 4:40 and
 * leaves out the one that is too early in winter; in summer the second one looks after what the first could not do.
 */
export const deadlinesJob = defineJob({
  name: 'platform.deadlines',
  payload: Type.Object({}),
  schedule: '40 3,4 * * *',
  oneAtATime: true,
  timeoutSeconds: 3_600,
  run: async ({ platform, tenant, now, signal, progress }) => {
    if (localTime(now).hour < 5) return
    progress(1, undefined, { told: await tellServices({ platform, tenant, now, signal }) })
  },
})
