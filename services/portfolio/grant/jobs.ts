import type { Job } from '@modellregion/kernel'

export const grantJobs: readonly Job[] = []
