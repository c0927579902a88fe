import type { Job } from '@modellregion/kernel'

export const hackdayJobs: readonly Job[] = []
