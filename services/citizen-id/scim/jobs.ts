import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { applyUser } from './apply.ts'

export const mostPerJob = 100

/** Makes accounts, roles and sessions as the staff directory says. Ordered with every change; repeating it changes nothing. */
export const applyUsers = defineJob({
  name: 'citizen-id.apply-directory',
  payload: Type.Object({ ids: Type.Array(Type.String({ format: 'uuid' }), { maxItems: mostPerJob }) }),
  maxAttempts: 10,
  run: async ({ platform, tenant, payload, signal }) => {
    for (const id of payload.ids) {
      signal.throwIfAborted()
      await applyUser(platform, tenant, id)
    }
  },
})
