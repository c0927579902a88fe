import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { originOf } from '../follow/origin.ts'
import { publishRequest } from './handle.ts'
import { listAppeared } from './queries.ts'
import { tellJob } from './tell.ts'

const lot = 20

/** Every five minutes: requests whose draft has become a dataset are answered, and everybody who waits for it is told. */
export const appearedJob = defineJob({
  name: 'open-data.request-appeared',
  payload: Type.Object({}),
  schedule: '*/5 * * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, signal, read, write }) => {
    for (const request of await read((db) => listAppeared(db, lot))) {
      signal.throwIfAborted()
      await write((db) => publishRequest(db, request, originOf(platform, tenant)))
    }
  },
})

export const requestJobs: readonly Job[] = [tellJob, appearedJob]
