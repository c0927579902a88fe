import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import type { Acting } from './acting.ts'
import { carryOut, giveUp } from './carry-out.ts'
import { findKind } from './kinds.ts'
import { findInstallation } from './queries/installation.ts'

/** Finishes or undoes what was begun and has not come to an end, because a process stopped in between. Repeating it changes nothing. */
export const finishJob: Job<{ id: string }> = defineJob({
  name: 'portfolio.finish-adoption',
  payload: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  run: async ({ platform, tenant, payload, now, read }) => {
    const who: Acting = { platform, town: tenant.id, now }
    const installation = await read((db) => findInstallation(db, payload.id))
    if (!installation?.pending) return
    const found = findKind(platform, tenant, installation.kind)
    if (found) await carryOut(who, found.kind, payload.id, true)
    else await giveUp(who, installation, installation.pending, 'gone', [])
  },
})
