import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { takeCopies } from './take.ts'

/** Takes the copies that previews are made of. */
export const copyJob = defineJob({
  name: 'open-data.copy',
  payload: Type.Object({}),
  schedule: '47 3 * * *',
  timeoutSeconds: 3_600,
  oneAtATime: true,
  run: async ({ platform, tenant, signal }) => void (await takeCopies(platform, tenant, signal)),
})
