import type { Job } from '@modellregion/kernel'

export const sensorthingsJobs: readonly Job[] = []
