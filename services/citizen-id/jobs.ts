import type { Job } from '@modellregion/kernel'

/** What the service does by itself: each slice keeps its jobs in its own `jobs.ts`. */
export const jobs: readonly Job[] = []
