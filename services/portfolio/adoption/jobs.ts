import type { Job } from '@modellregion/kernel'

export const adoptionJobs: readonly Job[] = []
