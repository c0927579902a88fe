import type { Job } from '@modellregion/kernel'

export const statisticsJobs: readonly Job[] = []
