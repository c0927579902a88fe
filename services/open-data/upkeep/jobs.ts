import type { Job } from '@modellregion/kernel'

export const upkeepJobs: readonly Job[] = []
