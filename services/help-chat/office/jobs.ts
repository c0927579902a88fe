import type { Job } from '@modellregion/kernel'

export const officeJobs: readonly Job[] = []
