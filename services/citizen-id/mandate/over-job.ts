import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'

/** What has to go when a mandate is over; the page that ended it does the same at once. */
export const mandateOverJob = defineJob({
  name: 'citizen-id.mandate-over',
  payload: Type.Object({ mandateId: Type.String({ format: 'uuid' }) }),
  run: async ({ platform, tenant, payload }) => {
    // Loaded late: ending a mandate orders this job.
    const { endEverythingUnder } = await import('./end.ts')
    await endEverythingUnder(platform, tenant.id, payload.mandateId)
  },
})
