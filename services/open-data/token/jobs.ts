import type { Job } from '@modellregion/kernel'

export const tokenJobs: readonly Job[] = []
