import type { Job } from '@modellregion/kernel'

export const yearbookJobs: readonly Job[] = []
