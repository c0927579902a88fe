import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { forecastTown } from './battery.ts'
import { tellTown, watchTown } from './minute.ts'
import { deleteMutesBefore, deleteRunsBefore } from './queries/rule.ts'
import { sendReports } from './report.ts'

const day = 86_400_000

/** Each minute in each town: all rules, then whoever is to be told. Reads the tables only, so a missed minute or a restart loses nothing. */
export const alarmWatchJob = defineJob({
  name: 'smart-school.alarm-watch',
  payload: Type.Object({}),
  schedule: '* * * * *',
  oneAtATime: true,
  maxAttempts: 1,
  timeoutSeconds: 55,
  run: async (job) => {
    const schools = await watchTown(job)
    await tellTown(job, job)
    if (schools.length > 0) job.platform.live.tell('smart-school', `schools ${schools.join(',')}`)
  },
})

/** Each night: when batteries will be empty; counts of runs and mutes that nobody asks for any more go. */
export const alarmNightJob = defineJob({
  name: 'smart-school.alarm-night',
  payload: Type.Object({}),
  schedule: '25 3 * * *',
  oneAtATime: true,
  run: async ({ now, write, progress }) => {
    const { forecasts, near } = await write(forecastTown)
    await write(async (db) => {
      await deleteRunsBefore(db, new Date(now.getTime() - 90 * day))
      await deleteMutesBefore(db, new Date(now.getTime() - 30 * day))
    })
    progress(1, undefined, { forecasts, near })
  },
})

/** Mondays: why there was no alarm, to everybody who is told of alarms. */
export const alarmReportJob = defineJob({
  name: 'smart-school.alarm-report',
  payload: Type.Object({}),
  schedule: '15 5 * * 1',
  oneAtATime: true,
  run: async (job) => sendReports(job),
})

export const alarmJobs: readonly Job[] = [alarmWatchJob, alarmNightJob, alarmReportJob]
