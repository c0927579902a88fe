import type { Job } from '@modellregion/kernel'

export const exploreJobs: readonly Job[] = []
