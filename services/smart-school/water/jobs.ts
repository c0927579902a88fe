import type { Job } from '@modellregion/kernel'

export const waterJobs: readonly Job[] = []
