import { deadlinesJob } from '../deadlines/jobs.ts'
import { sweepEvents } from '../events/sweep.ts'
import { sweepFiles } from '../files/sweep.ts'
import { endRolesJob } from '../identity/role-jobs.ts'
import { sendMail, sweepMail } from '../mail/jobs.ts'
import { retentionJob } from '../privacy/retention.ts'
import { refreshSearchJob } from '../search/upkeep.ts'
import type { Job } from './job.ts'
import { sweepJobs } from './sweep.ts'

/** The jobs of the kernel's own rooms, in the order of the night. */
export const kernelJobs: readonly Job[] = [sendMail, endRolesJob, sweepJobs, sweepFiles, sweepEvents, sweepMail, retentionJob, refreshSearchJob, deadlinesJob]
