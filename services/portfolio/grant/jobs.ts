import type { Job } from '@modellregion/kernel'
import { tellJob } from './tell.ts'

export const grantJobs: readonly Job[] = [tellJob]
