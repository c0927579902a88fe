import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { endFrames } from './frames.ts'
import { applyKeeping } from './retention.ts'

/** Each night: single values that were kept for long enough go, and the raw frames that hold them. */
export const keepingJob = defineJob({
  name: 'smart-school.keeping',
  payload: Type.Object({}),
  schedule: '5 2 * * *',
  oneAtATime: true,
  timeoutSeconds: 7_200,
  run: async (job) => {
    const counts = await applyKeeping(job)
    job.progress(1, undefined, { ...counts, frames: await endFrames(job) })
  },
})

export const protectionJobs: readonly Job[] = [keepingJob]
