import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { clearQuarantine } from './queries/quarantine.ts'

const keptDays = 90
const mostKept = 50_000

/** Every night: what nobody mended in 90 days, and more than fifty thousand refusals, go. */
export const clearQuarantineJob = defineJob({
  name: 'smart-school.ingest-clear-quarantine',
  payload: Type.Object({}),
  schedule: '25 3 * * *',
  run: async ({ write, now }) => void (await write((db) => clearQuarantine(db, new Date(now.getTime() - keptDays * 86_400_000), mostKept))),
})

export const ingestJobs: readonly Job[] = [clearQuarantineJob]
