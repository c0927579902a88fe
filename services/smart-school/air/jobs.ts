import type { Job } from '@modellregion/kernel'

export const airJobs: readonly Job[] = []
