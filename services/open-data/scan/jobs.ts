import type { Job } from '@modellregion/kernel'
import { scanJob } from './job.ts'

export const scanJobs: readonly Job[] = [scanJob]
