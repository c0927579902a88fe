import type { Article } from '../schema.ts'
import { accused } from './articles/accused.ts'
import { afterAReport } from './articles/after-a-report.ts'
import { anonymous } from './articles/anonymous.ts'
import { bullying } from './articles/bullying.ts'
import { complaintOffice } from './articles/complaint-office.ts'
import { confidants } from './articles/confidants.ts'
import { conflict } from './articles/conflict.ts'
import { corruption } from './articles/corruption.ts'
import { discrimination } from './articles/discrimination.ts'
import { exceptions } from './articles/exceptions.ts'
import { externalOffices } from './articles/external-offices.ts'
import { healthAndStrain } from './articles/health-and-strain.ts'
import { retaliation } from './articles/retaliation.ts'
import { sexualHarassment } from './articles/sexual-harassment.ts'
import { staffCouncil } from './articles/staff-council.ts'
import { twoLanes } from './articles/two-lanes.ts'
import { violenceAndThreats } from './articles/violence-and-threats.ts'

/** The shipped articles, in the order in which a page lists them. */
export const articles: readonly Article[] = [
  bullying,
  sexualHarassment,
  violenceAndThreats,
  conflict,
  discrimination,
  corruption,
  healthAndStrain,
  confidants,
  staffCouncil,
  complaintOffice,
  twoLanes,
  afterAReport,
  exceptions,
  retaliation,
  accused,
  externalOffices,
  anonymous,
]
