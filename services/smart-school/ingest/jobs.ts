import type { Job } from '@modellregion/kernel'

export const ingestJobs: readonly Job[] = []
