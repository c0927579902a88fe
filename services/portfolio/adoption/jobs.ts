import { Type } from 'typebox'
import { defineJob, enqueue, type Job } from '@modellregion/kernel'
import { settleEvidence } from './evidence.ts'
import { finishJob } from './finish.ts'
import { refreshPackages } from './package.ts'
import { listOwnAdoptions } from './queries.ts'
import { listWaiting } from './queries/installation.ts'

const lot = 200

/** Every night: time that has passed is evidence, and what a stopped process or a job that gave up left out is made up for. */
export const evidenceJob: Job<Record<string, never>> = defineJob({
  name: 'portfolio.adoption-evidence',
  payload: Type.Object({}),
  schedule: '50 2 * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, now, read, write, signal }) => {
    await write(async (db) => {
      for (const { id } of await listWaiting(db)) await enqueue(db, finishJob, { id }, { key: `finish ${id}` })
    })
    for (let from = 0; ; from += lot) {
      const adoptions = await read((db) => listOwnAdoptions(db, { from, size: lot }))
      // Those that have ended too: what they proved goes, also when the process stopped before it went.
      for (const { id } of adoptions) {
        signal.throwIfAborted()
        await settleEvidence(platform, tenant.id, id, now)
      }
      if (adoptions.length < lot) return
    }
  },
})

/** Every night: packages of other installations are looked at again, so that their new versions show. */
const packageJob = defineJob({
  name: 'portfolio.refresh-packages',
  payload: Type.Object({}),
  schedule: '25 3 * * *',
  oneAtATime: true,
  timeoutSeconds: 1_800,
  run: async ({ platform, tenant, now, signal }) => {
    await refreshPackages({ platform, town: tenant.id, now }, signal)
  },
})

export const adoptionJobs: readonly Job[] = [finishJob, evidenceJob, packageJob]
