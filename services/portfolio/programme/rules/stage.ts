import type { PlainDate } from '@modellregion/standards'
import { endings, stages, type Project, type Stage, type StageStep } from '../schema.ts'

/** What must be known before a stage can be reached. */
export type Need = 'summary' | 'lead' | 'grant' | 'period' | 'results' | 'promise'
const needs: Readonly<Record<Stage, readonly Need[]>> = {
  idea: [],
  application: ['summary', 'lead'],
  notice: ['grant', 'period'],
  delivery: [],
  'proof-of-use': ['results'],
  transfer: ['promise'],
  refused: [],
  withdrawn: [],
}

const isMet: Readonly<Record<Need, (project: Project) => boolean>> = {
  summary: ({ summary }) => summary.trim() !== '',
  lead: ({ partners }) => partners.some(({ role }) => role === 'lead'),
  grant: ({ grantCents }) => grantCents !== null,
  period: ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null,
  results: ({ results, status }) => results.trim() !== '' || status.trim() !== '',
  promise: ({ promises }) => promises.length > 0,
}

export const isEnding = (stage: Stage): boolean => endings.some((ending) => ending === stage)

/**
 * Stages that may follow: the next one of the way, a refusal of an application, and giving up before the proof of use.
 * A refused application may be written anew.
 */
export function nextStages(stage: Stage): readonly Stage[] {
  if (stage === 'refused') return ['application', 'withdrawn']
  if (stage === 'withdrawn') return ['idea']
  const at = stages.findIndex((one) => one === stage)
  const next = stages[at + 1]
  return [...(next ? [next] : []), ...(stage === 'application' ? (['refused'] as const) : []), ...(at <= stages.indexOf('delivery') ? (['withdrawn'] as const) : [])]
}

/** What a stage needs, and whether the project has it. */
export const needsOf = (project: Project, stage: Stage): readonly { need: Need; met: boolean }[] => needs[stage].map((need) => ({ need, met: isMet[need](project) }))

export type StageRefusal =
  | { readonly code: 'not-next'; readonly field: 'stage' }
  | { readonly code: 'needs'; readonly field: 'stage'; readonly needs: readonly Need[] }
  | { readonly code: 'in-the-future'; readonly field: 'on' }
  | { readonly code: 'before-last-stage'; readonly field: 'on'; readonly last: PlainDate }
  | { readonly code: 'before-period'; readonly field: 'on'; readonly starts: PlainDate }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }

/**
 * What stands against a stage on a day. Delivery never comes before the notice: what was begun before gets no grant (VV Nr. 1.3 to § 44 LHO NRW).
 * A refusal and giving up need a reason.
 */
export function whyNotMove(project: Project, steps: readonly Pick<StageStep, 'reachedOn'>[], to: { readonly stage: Stage; readonly on: PlainDate; readonly reason: string }, today: PlainDate): StageRefusal | undefined {
  if (!nextStages(project.stage).includes(to.stage)) return { code: 'not-next', field: 'stage' }
  const missing = needsOf(project, to.stage).filter(({ met }) => !met).map(({ need }) => need)
  if (missing.length > 0) return { code: 'needs', field: 'stage', needs: missing }
  if (to.on > today) return { code: 'in-the-future', field: 'on' }
  const last = steps.flatMap(({ reachedOn }) => reachedOn ?? []).reduce<PlainDate | undefined>((latest, day) => (latest === undefined || day > latest ? day : latest), undefined)
  if (last !== undefined && to.on < last) return { code: 'before-last-stage', field: 'on', last }
  if (to.stage === 'delivery' && project.startsOn !== null && to.on < project.startsOn) return { code: 'before-period', field: 'on', starts: project.startsOn }
  if (isEnding(to.stage) && to.reason.trim() === '') return { code: 'reason-missing', field: 'reason' }
  return undefined
}

/** What was granted is public from then on; what is only wished for when the town wants it. */
export const isPublicAt = (project: Pick<Project, 'isPublic'>, stage: Stage): boolean => project.isPublic || ['notice', 'delivery', 'proof-of-use', 'transfer'].includes(stage)
