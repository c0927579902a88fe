import type { Job } from '@modellregion/kernel'

export const programmeJobs: readonly Job[] = []
