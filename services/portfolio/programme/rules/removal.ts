import type { Project, StageStep } from '../schema.ts'

export type RemovalRefusal = 'not-an-idea' | 'seen' | 'has-account'

/** What stands against taking a project out for good. Only an idea that went nowhere and that no stranger can read may vanish; whatever was more is withdrawn, with a reason. */
export function whyNotRemove(project: Pick<Project, 'stage' | 'origin' | 'isPublic'>, steps: readonly Pick<StageStep, 'stage'>[], hasAccount: boolean): RemovalRefusal | undefined {
  if (project.stage !== 'idea' || steps.some(({ stage }) => stage !== 'idea')) return 'not-an-idea'
  if (project.isPublic || project.origin === 'invented' || project.origin === 'report') return 'seen'
  return hasAccount ? 'has-account' : undefined
}
