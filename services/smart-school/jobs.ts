import type { Job } from '@modellregion/kernel'
import { placeJobs } from './place/jobs.ts'
import { deviceJobs } from './device/jobs.ts'
import { ingestJobs } from './ingest/jobs.ts'
import { codecJobs } from './codec/jobs.ts'
import { sensorthingsJobs } from './sensorthings/jobs.ts'
import { meterJobs } from './meter/jobs.ts'
import { energyJobs } from './energy/jobs.ts'
import { airJobs } from './air/jobs.ts'
import { waterJobs } from './water/jobs.ts'
import { safetyJobs } from './safety/jobs.ts'
import { alarmJobs } from './alarm/jobs.ts'
import { protectionJobs } from './protection/jobs.ts'
import { lessonJobs } from './lesson/jobs.ts'

/** What the service does by itself. */
export const jobs: readonly Job[] = [...placeJobs, ...deviceJobs, ...ingestJobs, ...codecJobs, ...sensorthingsJobs, ...meterJobs, ...energyJobs, ...airJobs, ...waterJobs, ...safetyJobs, ...alarmJobs, ...protectionJobs, ...lessonJobs]
