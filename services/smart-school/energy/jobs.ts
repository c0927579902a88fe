import type { Job } from '@modellregion/kernel'

export const energyJobs: readonly Job[] = []
