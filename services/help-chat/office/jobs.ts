import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { tidyOffice } from './tidy.ts'

/** Every night in each town. Repeating it changes nothing. */
export const tidyOfficeJob = defineJob({
  name: 'help-chat.tidy-office',
  payload: Type.Object({}),
  schedule: '10 2 * * *',
  oneAtATime: true,
  run: ({ platform, tenant, now }) => tidyOffice(platform, tenant.id, now),
})

export const officeJobs: readonly Job[] = [tidyOfficeJob]
