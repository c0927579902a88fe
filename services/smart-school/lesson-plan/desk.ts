import { audit, type UnitOfWork } from '@modellregion/kernel'
import { findInstalledPlan, findPlanVersion, findTownPlan, insertPlan, insertPlanVersion, setCurrentPlan, setPlanOpen, setPlanRetired, listPlanVersions } from './queries.ts'
import { readPlan } from './rules/read.ts'
import type { LessonPlan, PlanVersion } from './schema.ts'
import { findShippedPlan } from './shipped.ts'

export const planHref = (id: string): string => `/smart-school/lesson/plan/${id}`

/** The text of a version as a plan. What is kept was checked before, so that a fault here is one of ours. */
export function planOf(id: string, source: string): LessonPlan {
  const read = readPlan(source)
  if (!read.ok) throw new SyntaxError(`Lesson plan ${id}: ${JSON.stringify(read.faults[0])}`)
  return { id, ...read.plan }
}

/** A plan by its id, shipped or the town's own in its current version. `all`: also one that only writers see. A retired one is none. */
export async function findPlan(db: UnitOfWork, id: string, all: boolean): Promise<LessonPlan | undefined> {
  const shipped = findShippedPlan(id)
  if (shipped) return shipped.plan
  const town = await findTownPlan(db, id)
  if (!town || town.retiredAt || !(town.open || all)) return undefined
  const version = await findPlanVersion(db, id, town.version)
  return version && planOf(id, version.source)
}

export type NewText = { readonly id: string; readonly source: string; readonly note: string; readonly installKey?: string }

/** Writes a plan with its first version. Does nothing when it is there: the unit was repeated. */
export async function makePlan(db: UnitOfWork, text: NewText, facts: { readonly basedOn: string | null; readonly open: boolean; readonly installed: boolean }): Promise<void> {
  const plan = planOf(text.id, text.source)
  const { basedOn, open, installed } = facts
  if ((await insertPlan(db, { ...plan, basedOn, open, installedAt: installed ? db.now : null })) === 0) return
  await insertPlanVersion(db, { planId: text.id, version: 1, source: text.source, note: text.note, installKey: text.installKey ?? null })
  await audit(db, { action: installed ? 'lesson-plan.install' : 'lesson-plan.write', subject: `lesson-plan/${text.id}`, detail: { version: 1 } })
}

/** Writes the next version, unless the text is the newest already. `since`: the version that the writer saw. Gives the number, or what was written meanwhile. */
export async function revisePlan(db: UnitOfWork, text: NewText, since: number): Promise<{ readonly version: number; readonly outdated: boolean }> {
  const [newest] = await listPlanVersions(db, text.id)
  const number = newest?.version ?? 0
  if (number !== since) return { version: number, outdated: true }
  if (newest?.source === text.source && text.installKey === undefined) return { version: number, outdated: false }
  const version = number + 1
  if ((await insertPlanVersion(db, { planId: text.id, version, source: text.source, note: text.note, installKey: text.installKey ?? null })) === 0) return { version, outdated: true }
  await setCurrentPlan(db, { ...planOf(text.id, text.source), version })
  await audit(db, { action: text.installKey === undefined ? 'lesson-plan.write' : 'lesson-plan.install', subject: `lesson-plan/${text.id}`, detail: { version } })
  return { version, outdated: false }
}

/** Brings an earlier version back as the next one; nothing between is lost. */
export async function restorePlan(db: UnitOfWork, earlier: PlanVersion, note: string): Promise<number> {
  const [newest] = await listPlanVersions(db, earlier.planId)
  return (await revisePlan(db, { id: earlier.planId, source: earlier.source, note }, newest?.version ?? 0)).version
}

/** Shows a plan to everybody, or only to those who write plans. */
export async function openPlan(db: UnitOfWork, id: string, open: boolean): Promise<void> {
  if ((await setPlanOpen(db, id, open)) > 0) await audit(db, { action: open ? 'lesson-plan.open' : 'lesson-plan.hide', subject: `lesson-plan/${id}` })
}

/** Takes a plan out of use, or back into use. Experiments that were started from it go on. */
export async function retirePlan(db: UnitOfWork, id: string, gone: boolean): Promise<void> {
  if ((await setPlanRetired(db, id, gone ? db.now : null)) > 0) await audit(db, { action: gone ? 'lesson-plan.retire' : 'lesson-plan.return', subject: `lesson-plan/${id}` })
}

/**
 * Carries an order out once: a new plan, or the next version of one. `over`: the version that the text was made from, null when there was none. Undefined
 * when there is another one by now: nothing is written.
 */
export async function installPlan(db: UnitOfWork, text: NewText & { readonly installKey: string }, into: string | undefined, over?: string | null): Promise<string | undefined> {
  const done = await findInstalledPlan(db, text.installKey)
  if (done) return done.planId
  const known = into === undefined ? undefined : await findTownPlan(db, into)
  const isThere = known !== undefined && known.retiredAt === null
  if (over !== undefined && over !== (isThere ? String(known.version) : null)) return undefined
  if (!isThere) {
    await makePlan(db, text, { basedOn: null, open: true, installed: true })
    return text.id
  }
  const written = await revisePlan(db, { ...text, id: known.id }, known.version)
  return written.outdated ? undefined : known.id
}
