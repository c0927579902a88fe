import { Type } from 'typebox'
import { defineJob } from '../jobs/job.ts'
import { endRoles } from './role-acts.ts'

/** Every night at 01:10 UTC, once in each town. */
export const endRolesJob = defineJob({
  name: 'platform.end-roles',
  payload: Type.Object({}),
  schedule: '10 1 * * *',
  oneAtATime: true,
  run: async ({ write }) => await write(endRoles),
})
