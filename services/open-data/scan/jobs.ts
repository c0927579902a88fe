import type { Job } from '@modellregion/kernel'

export const scanJobs: readonly Job[] = []
