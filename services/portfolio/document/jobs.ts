import type { Job } from '@modellregion/kernel'

export const documentJobs: readonly Job[] = []
