import type { Job } from '@modellregion/kernel'

export const threadJobs: readonly Job[] = []
