import type { Job } from '@modellregion/kernel'
import { foldJob } from './fold.ts'
import { profileJob } from './profile-job.ts'

export const storeJobs: readonly Job[] = [foldJob, profileJob]
