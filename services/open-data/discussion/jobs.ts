import type { Job } from '@modellregion/kernel'

export const discussionJobs: readonly Job[] = []
