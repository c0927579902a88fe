import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { clearExperiments } from './experiment.ts'

/** Every night: what a class wrote goes when its weeks are over. Repeating it changes nothing. */
export const clearExperimentsJob = defineJob({
  name: 'smart-school.clear-experiments',
  payload: Type.Object({}),
  schedule: '40 2 * * *',
  oneAtATime: true,
  run: async ({ signal, write }) => {
    while ((await write((db) => clearExperiments(db))) > 0) signal.throwIfAborted()
  },
})

export const lessonJobs: readonly Job[] = [clearExperimentsJob]
