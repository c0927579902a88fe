import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { listSchools } from '../store/queries.ts'
import { lastWeek, reviewWeek } from './week.ts'

/** Looks back at the air of the last week, every Monday before lessons. A week of holidays is passed by, so that nothing is cleared by an empty school. */
export const airWeekJob = defineJob({
  name: 'smart-school.air-week',
  payload: Type.Object({}),
  schedule: '40 4 * * 1',
  oneAtATime: true,
  run: async ({ now, signal, read, write }) => {
    const monday = lastWeek(localDate(now))
    for (const school of await read((db) => listSchools(db))) {
      signal.throwIfAborted()
      await write((db) => reviewWeek(db, school, monday))
    }
  },
})

export const airJobs: readonly Job[] = [airWeekJob]
