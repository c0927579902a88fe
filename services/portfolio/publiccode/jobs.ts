import type { Job } from '@modellregion/kernel'

export const publiccodeJobs: readonly Job[] = []
