import type { Job } from '@modellregion/kernel'
import { threadJobs } from './thread/jobs.ts'
import { officeJobs } from './office/jobs.ts'
import { notificationJobs } from './notification/jobs.ts'
import { statisticsJobs } from './statistics/jobs.ts'

/** What the service does by itself. */
export const jobs: readonly Job[] = [...threadJobs, ...officeJobs, ...notificationJobs, ...statisticsJobs]
