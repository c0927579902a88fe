import type { Job } from '@modellregion/kernel'

export const notificationJobs: readonly Job[] = []
