import type { Job } from '@modellregion/kernel'

export const storeJobs: readonly Job[] = []
