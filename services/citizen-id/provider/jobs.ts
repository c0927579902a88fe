import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { rotateKeys } from './rotate.ts'

/** Every night: signing keys change every 90 days, without any service noticing. */
export const rotateKeysJob = defineJob({
  name: 'citizen-id.rotate-keys',
  payload: Type.Object({}),
  schedule: '30 1 * * *',
  oneAtATime: true,
  timeoutSeconds: 300,
  run: async ({ platform, tenant, progress }) => {
    const steps = await rotateKeys({ platform, tenantId: tenant.id })
    progress(1, undefined, { steps: steps.length })
  },
})
