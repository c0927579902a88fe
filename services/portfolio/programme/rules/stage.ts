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

/** What the needs look at. */
export type Known = Pick<Project, 'summary' | 'partners' | 'grantCents' | 'startsOn' | 'endsOn' | 'results' | 'status' | 'promises'>
const isMet: Readonly<Record<Need, (project: Known) => boolean>> = {
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

/** What a stage needs, and whether the project has it. Needs of the stages before it come first where they are still open. */
export const needsOf = (project: Known, stage: Stage): readonly { need: Need; met: boolean }[] => [
  ...before(stage).flatMap((one) => needs[one]).filter((need) => !isMet[need](project)).map((need) => ({ need, met: false })),
  ...needs[stage].map((need) => ({ need, met: isMet[need](project) })),
]
const before = (stage: Stage): readonly Stage[] => stages.slice(0, Math.max(0, stages.findIndex((one) => one === stage)))

/** Whether the project lacks something that this very stage needs. */
export const lacks = (project: Known, stage: Stage): boolean => needs[stage].some((need) => !isMet[need](project))

/** What a project lacks at the stage it stands at. Empty for every project that went its way here; a list that was read in may leave something out. */
export const missingAt = (project: Known & Pick<Project, 'stage'>): readonly Need[] => needsOf(project, project.stage).filter(({ met }) => !met).map(({ need }) => need)

export type StageRefusal =
  | { readonly code: 'not-next'; readonly field: 'stage' }
  | { readonly code: 'needs'; readonly field: 'stage'; readonly needs: readonly Need[] }
  | { readonly code: 'in-the-future'; readonly field: 'on' }
  | { readonly code: 'before-last-stage'; readonly field: 'on'; readonly last: PlainDate }
  | { readonly code: 'before-period'; readonly field: 'on'; readonly starts: PlainDate }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }

/**
 * What stands against a stage on a day. Delivery never comes before the notice: what was begun before gets no grant (VV Nr. 1.3 to § 44 LHO NRW).
 * A refusal and giving up need a reason. What the stages before need must be there as well: a list that was read in may have left it out.
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

/** From the notice on. What was refused or given up is not granted (any more). */
export const isGranted = (stage: Stage): boolean => stages.slice(stages.indexOf('notice')).some((one) => one === stage)

/** What was granted is public from then on; what is only wished for when the town wants it. */
export const isPublicAt = (project: Pick<Project, 'isPublic'>, stage: Stage): boolean => project.isPublic || isGranted(stage)
