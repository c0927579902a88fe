import type { Job } from '@modellregion/kernel'
import { foldJob } from './fold.ts'

export const storeJobs: readonly Job[] = [foldJob]
