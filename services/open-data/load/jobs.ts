import type { Job } from '@modellregion/kernel'
import { loadJob } from './job.ts'
import { takeJob } from './take-from-url.ts'

export const loadJobs: readonly Job[] = [loadJob, takeJob]
