import type { Job } from '@modellregion/kernel'

export const editJobs: readonly Job[] = []
