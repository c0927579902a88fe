import type { Job } from '@modellregion/kernel'

export const requestJobs: readonly Job[] = []
