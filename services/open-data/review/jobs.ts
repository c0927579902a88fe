import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { listDueReleases } from './queries.ts'
import { releaseReview } from './release.ts'
import { tellJob } from './tell.ts'

const lot = 50

/** Every two minutes: publishes what was accepted for a moment that has come. One that fails does not hold up the others. */
export const releaseJob = defineJob({
  name: 'open-data.release',
  payload: Type.Object({}),
  schedule: '*/2 * * * *',
  oneAtATime: true,
  run: async ({ read, write, signal, progress }) => {
    const due = await read((db) => listDueReleases(db, lot))
    const failures: unknown[] = []
    let published = 0
    for (const review of due) {
      signal.throwIfAborted()
      try {
        if ((await write((db) => releaseReview(db, review))) === 'published') published++
      } catch (error) {
        failures.push(error)
      }
    }
    progress(1, undefined, { published })
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} accepted datasets could not be published.`)
  },
})

export const reviewJobs: readonly Job[] = [releaseJob, tellJob]
