import type { Job } from '@modellregion/kernel'

export const loadJobs: readonly Job[] = []
