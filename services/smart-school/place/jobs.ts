import type { Job } from '@modellregion/kernel'

export const placeJobs: readonly Job[] = []
