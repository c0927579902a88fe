import type { Job } from '@modellregion/kernel'

export const seriesJobs: readonly Job[] = []
