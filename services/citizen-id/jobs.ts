import type { Job } from '@modellregion/kernel'
import { inactivityJob } from './cockpit/jobs.ts'
import { levelExpiryJob } from './level/jobs.ts'
import { sweepPassJob } from './pass/jobs.ts'
import { rotateKeysJob } from './provider/jobs.ts'
import { sweepSignInJob } from './password/jobs.ts'
import { applyUsers } from './scim/jobs.ts'
import { mandateJobs } from './mandate/jobs.ts'

/** What the service does by itself: each slice keeps its jobs in its own `jobs.ts`. */
export const jobs: readonly Job[] = [rotateKeysJob, sweepSignInJob, sweepPassJob, ...mandateJobs, applyUsers, levelExpiryJob, inactivityJob]
