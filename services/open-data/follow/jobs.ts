import type { Job } from '@modellregion/kernel'

export const followJobs: readonly Job[] = []
