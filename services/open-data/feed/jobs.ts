import type { Job } from '@modellregion/kernel'

export const feedJobs: readonly Job[] = []
