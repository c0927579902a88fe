import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { settleEvidence } from './evidence.ts'
import { finishJob } from './finish.ts'
import { listOwnAdoptions } from './queries.ts'

const lot = 200

/** Every night: time that has passed is evidence, and what a stopped process left out is made up for. */
const evidenceJob = defineJob({
  name: 'portfolio.adoption-evidence',
  payload: Type.Object({}),
  schedule: '50 2 * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, now, read, signal }) => {
    for (let from = 0; ; from += lot) {
      const adoptions = await read((db) => listOwnAdoptions(db, { from, size: lot }))
      for (const { id, state } of adoptions) {
        signal.throwIfAborted()
        if (state !== 'ended') await settleEvidence(platform, tenant.id, id, now)
      }
      if (adoptions.length < lot) return
    }
  },
})

export const adoptionJobs: readonly Job[] = [finishJob, evidenceJob]
