import type { Job } from '@modellregion/kernel'

export const catalogueJobs: readonly Job[] = []
