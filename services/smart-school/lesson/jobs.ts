import type { Job } from '@modellregion/kernel'

export const lessonJobs: readonly Job[] = []
