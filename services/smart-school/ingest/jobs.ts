import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { clearQuarantine } from './queries/quarantine.ts'
import { readKept } from './read-kept.ts'

const keptDays = 90
const mostKept = 50_000

/** Every night: what nobody mended in 90 days, and more than fifty thousand refusals, go. */
export const clearQuarantineJob = defineJob({
  name: 'smart-school.ingest-clear-quarantine',
  payload: Type.Object({}),
  schedule: '25 3 * * *',
  run: async ({ write, now }) => void (await write((db) => clearQuarantine(db, new Date(now.getTime() - keptDays * 86_400_000), mostKept))),
})

/** A device has got a codec or a place: what it sent before is read once more. */
export const readKeptJob = defineJob({
  name: 'smart-school.ingest-read-kept',
  payload: Type.Object({ device: Type.String({ pattern: '^[0-9a-f]{16}$' }) }),
  timeoutSeconds: 3_600,
  oneAtATime: true,
  run: async (job) => {
    const schools = await readKept(job, job.payload.device)
    if (schools.size > 0) job.platform.live.tell('smart-school', `schools ${[...schools].join()}`)
  },
})

export const ingestJobs: readonly Job[] = [clearQuarantineJob, readKeptJob]
