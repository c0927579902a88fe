import type { Job } from '@modellregion/kernel'
import { shelfJobs } from './shelf/jobs.ts'
import { programmeJobs } from './programme/jobs.ts'
import { grantJobs } from './grant/jobs.ts'
import { catalogueJobs } from './catalogue/jobs.ts'
import { publiccodeJobs } from './publiccode/jobs.ts'
import { adoptionJobs } from './adoption/jobs.ts'
import { documentJobs } from './document/jobs.ts'
import { networkJobs } from './network/jobs.ts'
import { yearbookJobs } from './yearbook/jobs.ts'

/** What the service does by itself. */
export const jobs: readonly Job[] = [...shelfJobs, ...programmeJobs, ...grantJobs, ...catalogueJobs, ...publiccodeJobs, ...adoptionJobs, ...documentJobs, ...networkJobs, ...yearbookJobs]
