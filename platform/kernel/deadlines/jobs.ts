import { Type } from 'typebox'
import type { UnitOfWork } from '../database/index.ts'
import { defineJob } from '../jobs/job.ts'
import type { DeadlineEvent } from './schema.ts'
import { tellInTheMorning } from './tell.ts'

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
    const keepers = platform.registry.services.flatMap(({ id, deadlines }) => (deadlines ? [{ id, rules: deadlines.rules, tell: (db: UnitOfWork, event: DeadlineEvent) => deadlines.reached(platform, tenant, db, event) }] : []))
    progress(1, undefined, { told: await tellInTheMorning({ database: platform.database, tenant, now, signal }, keepers) })
  },
})
