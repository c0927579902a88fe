import type { Job } from '@modellregion/kernel'

export const protectionJobs: readonly Job[] = []
