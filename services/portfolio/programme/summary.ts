import type { UnitOfWork } from '@modellregion/kernel'
import { cents, sumCents, type Cents } from '@modellregion/standards'
import { findProgramme, listProjects, listReached } from './queries.ts'
import { countable, funnelOf, type FunnelStep } from './rules/funnel.ts'
import { allStages, type Stage } from './schema.ts'

export type ProgrammeSummary = {
  readonly funnel: readonly FunnelStep[]
  /** Public projects without the project office and without invented ones. */
  readonly projects: number
  /** All grants, the project office included. */
  readonly grantedCents: Cents
  /** Stages with projects, in their order. */
  readonly byStage: readonly { readonly stage: Stage; readonly projects: number }[]
}

/** What the front page of the service says about the programme. Invented projects count only where there are no others. */
export async function programmeSummaryOf(db: UnitOfWork): Promise<ProgrammeSummary> {
  const [programme, all, reached] = [await findProgramme(db), await listProjects(db), await listReached(db)]
  const counted = countable(all.filter(({ isPublic }) => isPublic))
  const projects = counted.filter(({ kind }) => kind === 'project')
  return {
    funnel: funnelOf(programme, countable(all), reached),
    projects: projects.length,
    grantedCents: sumCents(counted.map(({ grantCents }) => cents(grantCents ?? 0))),
    byStage: allStages.flatMap((stage) => {
      const n = projects.filter((project) => project.stage === stage).length
      return n === 0 ? [] : [{ stage, projects: n }]
    }),
  }
}
