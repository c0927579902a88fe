import type { Job } from '@modellregion/kernel'

export const meterJobs: readonly Job[] = []
