import { audit, auditAll, indexRecords, removeRecords, type UnitOfWork } from '@modellregion/kernel'
import { localDate, type PlainDate } from '@modellregion/standards'
import { deleteProject, findProject, findProjectOfStep, hasAccount, holdProject, insertAmount, insertChanges, insertPeriod, insertProjects, insertSteps, listAmounts, listChanges, listNames, listPeriods, listSteps, lockProgramme, updateAmount, updatePeriod, updateStage, updateTexts, type ProjectTexts } from './queries.ts'
import { recordOf } from './record.ts'
import { changedTexts, contestedBy } from './rules/change.ts'
import { periodAfter, whyNotPeriod, type PeriodRefusal } from './rules/period.ts'
import { whyNotRemove, type RemovalRefusal } from './rules/removal.ts'
import { isPublicAt, whyNotMove, type StageRefusal } from './rules/stage.ts'
import { freeSlug } from './rules/slug.ts'
import { mostProjects, type Amount, type Change, type NewProject, type Period, type Project, type Source, type Stage, type StageStep } from './schema.ts'

/** Ids made before the unit of work, so that repeating it writes the same rows. */
export type Ids = { readonly row: string; readonly change: string }

/** A new project and the ids of its first stage and its first change. `on`: the day it reached that stage, null where nobody said. */
export type Start = { readonly project: NewProject; readonly ids: Ids; readonly on: PlainDate | null }

/**
 * Writes new projects at their first stage, all in one go. The address of each must be free: whoever adds projects locks the programme, looks, and
 * then writes.
 */
export async function startProjects(db: UnitOfWork, starts: readonly Start[]): Promise<void> {
  await insertProjects(db, starts.map(({ project }) => project))
  await insertSteps(db, starts.map(({ project: { slug, stage, source }, ids, on }) => ({ id: ids.row, slug, stage, reachedOn: on, reason: '', source })))
  await insertChanges(db, starts.map(({ project: { slug, name, origin }, ids }) => ({ id: ids.change, slug, what: origin === 'import' ? 'import' : 'created', detail: { name: ['', name] } })))
  await indexRecords(db, starts.filter(({ project }) => project.isPublic).map(({ project }) => recordOf(project, db.now)))
  await auditAll(db, starts.map(({ project }) => ({ action: 'project.create', subject: `project/${project.slug}` })))
}

/** Writes down an idea at an address that is free, which comes back; undefined when the programme is full. Repeated with the same ids it changes nothing. */
export async function startIdea(db: UnitOfWork, idea: Omit<NewProject, 'slug'>, ids: Ids, on: PlainDate): Promise<string | undefined> {
  await lockProgramme(db)
  const kept = await findProjectOfStep(db, ids.row)
  if (kept !== undefined) return kept
  const known = await listNames(db)
  if (known.length >= mostProjects) return undefined
  const slug = freeSlug(idea.name, new Set(known.map((one) => one.slug)))
  await startProjects(db, [{ project: { ...idea, slug }, ids, on }])
  return slug
}

/** Somebody else has changed these fields since the form was opened; what stands there now, by field. */
export type Contested = { readonly code: 'changed-meanwhile'; readonly now: Readonly<Record<string, string>> }

/** Changes what is said about a project, and keeps what stood there before. `since`: the newest change the form knew; without it whatever stands there is replaced. */
export async function changeTexts(db: UnitOfWork, slug: string, texts: Partial<ProjectTexts>, { change, since }: Pick<Ids, 'change'> & { readonly since?: string }): Promise<Contested | undefined> {
  const before = await holdProject(db, slug)
  const after = { ...before, ...texts }
  const wanted = { ...after, isPublic: isPublicAt(after, before.stage) }
  const detail = changedTexts(before, wanted)
  if (Object.keys(detail).length === 0) return undefined
  const now = since === undefined ? {} : contestedBy(detail, await listChanges(db, slug), since)
  if (Object.keys(now).length > 0) return { code: 'changed-meanwhile', now }
  await updateTexts(db, slug, wanted)
  await note(db, slug, change, 'texts', detail)
  await place(db, slug)
  await audit(db, { action: 'project.change', subject: `project/${slug}`, detail: { fields: Object.keys(detail) } })
  return undefined
}

/** Takes out an idea that was written down by mistake, or says why not. That there was one stays in the audit. */
export async function removeIdea(db: UnitOfWork, slug: string): Promise<RemovalRefusal | undefined> {
  const refusal = whyNotRemove(await holdProject(db, slug), await listSteps(db, slug), await hasAccount(db, slug))
  if (refusal) return refusal
  await deleteProject(db, slug)
  await audit(db, { action: 'project.remove', subject: `project/${slug}` })
  return undefined
}

/** Takes a project to a stage, or says why not. */
export async function moveStage(db: UnitOfWork, slug: string, to: { readonly stage: Stage; readonly on: PlainDate; readonly reason: string }, ids: Ids): Promise<StageRefusal | undefined> {
  const [project, steps] = [await holdProject(db, slug), await listSteps(db, slug)]
  if (steps.some(({ id }) => id === ids.row)) return undefined
  const refusal = whyNotMove(project, steps, to, localDate(db.now))
  if (refusal) return refusal
  await insertSteps(db, [{ id: ids.row, slug, stage: to.stage, reachedOn: to.on, reason: to.reason, source: null }])
  await updateStage(db, slug, to.stage, isPublicAt(project, to.stage))
  await note(db, slug, ids.change, 'stage', { stage: [project.stage, to.stage] })
  await place(db, slug)
  await audit(db, { action: 'project.stage', subject: `project/${slug}`, detail: { stage: to.stage, on: to.on } })
  return undefined
}

/** Plans a period or makes it longer, or says why not. The original end stays. The same period from the same place once more changes nothing. */
export async function changePeriod(db: UnitOfWork, slug: string, wish: { readonly startsOn?: PlainDate | undefined; readonly endsOn: PlainDate; readonly reason: string; readonly source: Source | null }, ids: Ids): Promise<PeriodRefusal | undefined> {
  const project = await holdProject(db, slug)
  const refusal = whyNotPeriod(project, wish)
  if (refusal) return refusal
  const period = periodAfter(project, wish)
  const newest = (await listPeriods(db, slug)).at(-1)
  if (newest && isSamePeriod(newest, { ...wish, ...period })) return undefined
  if ((await insertPeriod(db, { id: ids.row, slug, startsOn: period.startsOn, endsOn: period.endsOn, reason: wish.reason, source: wish.source })) === 0) return undefined
  await updatePeriod(db, slug, period)
  await note(db, slug, ids.change, 'period', { ...(project.startsOn !== period.startsOn && { startsOn: [project.startsOn ?? '', period.startsOn] as const }), endsOn: [project.endsOn ?? '', period.endsOn] })
  await audit(db, { action: 'project.period', subject: `project/${slug}`, detail: { startsOn: period.startsOn, endsOn: period.endsOn } })
  return undefined
}

/** Writes an amount; the one before stays in the history. The same amount from the same place once more changes nothing. */
export async function changeAmount(db: UnitOfWork, slug: string, amount: Pick<Amount, 'kind' | 'cents' | 'reason' | 'source'>, ids: Ids): Promise<void> {
  const project = await holdProject(db, slug)
  const newest = (await listAmounts(db, slug)).findLast(({ kind }) => kind === amount.kind)
  if (newest && isSameAmount(newest, amount)) return
  if ((await insertAmount(db, { id: ids.row, slug, ...amount })) === 0) return
  await updateAmount(db, slug, amount.kind, amount.cents)
  const before = { grant: project.grantCents, total: project.totalCents, 'own-share': project.ownShareCents }[amount.kind]
  await note(db, slug, ids.change, 'amount', { [amount.kind]: [before === null ? '' : String(before), String(amount.cents)] })
  await audit(db, { action: 'project.amount', subject: `project/${slug}`, detail: { kind: amount.kind, cents: amount.cents } })
}

type Told = { readonly reason: string; readonly source: Source | null }
const isTold = (a: Told, b: Told): boolean => a.reason === b.reason && a.source?.document === b.source?.document && a.source?.place === b.source?.place
const isSameAmount = (a: Told & Pick<Amount, 'cents'>, b: Told & Pick<Amount, 'cents'>): boolean => a.cents === b.cents && isTold(a, b)
const isSamePeriod = (a: Told & Pick<Period, 'startsOn' | 'endsOn'>, b: Told & Pick<Period, 'startsOn' | 'endsOn'>): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn && isTold(a, b)

/** A project with everything that is known of its past, as it comes from a report or a demonstration. */
export type KnownProject = {
  readonly project: NewProject
  readonly steps: readonly Omit<StageStep, 'slug' | 'createdAt'>[]
  readonly periods: readonly Omit<Period, 'slug' | 'createdAt'>[]
  readonly amounts: readonly Omit<Amount, 'slug' | 'createdAt'>[]
  readonly change: string
}

/** Takes over a known project as it was told, without asking the rules of today. False when it is there already. */
export async function keepKnown(db: UnitOfWork, { project, steps, periods, amounts, change }: KnownProject): Promise<boolean> {
  const { slug } = project
  if ((await insertProjects(db, [project])) === 0) return false
  await insertSteps(db, steps.map((step) => ({ ...step, slug })))
  for (const period of periods) await insertPeriod(db, { ...period, slug })
  for (const amount of amounts) {
    await insertAmount(db, { ...amount, slug })
    await updateAmount(db, slug, amount.kind, amount.cents)
  }
  const [first, last] = [periods[0], periods.at(-1)]
  if (first && last) await updatePeriod(db, slug, { startsOn: last.startsOn, endsOn: last.endsOn, originalEndsOn: periods.length > 1 ? first.endsOn : null })
  await note(db, slug, change, 'created', { name: ['', project.name] })
  await place(db, slug)
  await audit(db, { action: 'project.create', subject: `project/${slug}`, detail: { origin: project.origin } })
  return true
}

const note = (db: UnitOfWork, slug: string, id: string, what: Change['what'], detail: Change['detail']): Promise<number> => insertChanges(db, [{ id, slug, what, detail }])

/** Findable when it is public. */
async function place(db: UnitOfWork, slug: string): Promise<void> {
  const project: Project | undefined = await findProject(db, slug)
  if (project?.isPublic === true) await indexRecords(db, [recordOf(project, db.now)])
  else await removeRecords(db, 'portfolio', 'project', [slug])
}
