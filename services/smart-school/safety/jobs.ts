import type { Job } from '@modellregion/kernel'

export const safetyJobs: readonly Job[] = []
