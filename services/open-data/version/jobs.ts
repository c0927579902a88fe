import type { Job } from '@modellregion/kernel'

export const versionJobs: readonly Job[] = []
