import type { Job } from '@modellregion/kernel'

export const networkJobs: readonly Job[] = []
