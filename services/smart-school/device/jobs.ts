import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { listSchools } from '../store/queries.ts'
import { activateHanging } from './queries.ts'
import { watchSchool } from './watch.ts'

/** Every night: which sensors seem to hang in another room than the register says. One unit for each school. */
export const findMovedSensors = defineJob({
  name: 'smart-school.find-moved-sensors',
  payload: Type.Object({}),
  schedule: '40 3 * * *',
  oneAtATime: true,
  run: async ({ signal, read, write }) => {
    await write(activateHanging)
    for (const { id } of await read(listSchools)) {
      signal.throwIfAborted()
      await write((db) => watchSchool(db, id))
    }
  },
})

export const deviceJobs: readonly Job[] = [findMovedSensors]
