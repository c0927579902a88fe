import type { Job } from '@modellregion/kernel'

export const deviceJobs: readonly Job[] = []
