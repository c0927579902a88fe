import type { Job } from '@modellregion/kernel'

export const reviewJobs: readonly Job[] = []
