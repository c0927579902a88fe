import type { Job } from '@modellregion/kernel'
import { feedJob } from './job.ts'

export const feedJobs: readonly Job[] = [feedJob]
