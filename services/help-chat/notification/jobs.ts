import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { tellAll } from './tell.ts'

/** Every five minutes in each town, whether there is anything new or not: when it runs says nothing about anybody. */
export const tellJob = defineJob({
  name: 'help-chat.tell',
  payload: Type.Object({}),
  schedule: '*/5 * * * *',
  oneAtATime: true,
  timeoutSeconds: 280,
  run: async ({ platform, tenant, signal }) => await tellAll(platform, tenant, signal),
})

export const notificationJobs: readonly Job[] = [tellJob]
