import type { Job } from '@modellregion/kernel'

export const checkJobs: readonly Job[] = []
