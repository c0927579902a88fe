import type { Job } from '@modellregion/kernel'

export const alarmJobs: readonly Job[] = []
