import type { Job } from '@modellregion/kernel'

export const codecJobs: readonly Job[] = []
