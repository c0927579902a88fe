import { audit, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { deleteClassData, deleteExperiment, deleteMissesBefore, deletePublicationsOf, insertExperiment, listOverdue, setClosed, setUnblinded, type NewExperiment } from './queries.ts'

export const experimentPath = (id: string): string => `/smart-school/lesson/experiment/${id}`
const lot = 100

/** Begins an experiment. Row and audit are written together; repeating the unit begins nothing twice. */
export async function startExperiment(db: UnitOfWork, experiment: NewExperiment): Promise<void> {
  if ((await insertExperiment(db, experiment)) === 0) return
  await audit(db, { action: 'experiment.start', subject: `experiment/${experiment.id}`, detail: { school: experiment.schoolId, blind: experiment.blind } })
}

/** Tells which letter is which room. Cannot be taken back. */
export async function unblind(db: UnitOfWork, id: string): Promise<void> {
  if ((await setUnblinded(db, id)) > 0) await audit(db, { action: 'experiment.unblind', subject: `experiment/${id}` })
}

/** Ends it: the class code opens nothing any more. */
export async function closeExperiment(db: UnitOfWork, id: string): Promise<void> {
  if ((await setClosed(db, id)) > 0) await audit(db, { action: 'experiment.close', subject: `experiment/${id}` })
}

/** Erases an experiment with everything a class wrote for it, and takes back what was published of it. */
export async function eraseExperiment(db: UnitOfWork, id: string): Promise<void> {
  await deleteClassData(db, id)
  await deletePublicationsOf(db, id)
  if ((await deleteExperiment(db, id)) > 0) await audit(db, { action: 'experiment.erase', subject: `experiment/${id}` })
}

/**
 * Ends what is kept too long: of a published experiment the groups, programs and measurements go and what was published stays; everything else goes as a
 * whole. Returns how many were worked on: call until it returns 0.
 */
export async function clearExperiments(db: UnitOfWork): Promise<number> {
  const overdue = await listOverdue(db, localDate(db.now), lot)
  for (const { id, published } of overdue) {
    if (published) await deleteClassData(db, id)
    else await eraseExperiment(db, id)
  }
  await deleteMissesBefore(db, new Date(db.now.getTime() - 2 * 3_600_000))
  return overdue.length
}
