import type { UnitOfWork } from '@modellregion/kernel'
import { startProjects, type Start } from './project.ts'
import { listNames, lockProgramme } from './queries.ts'
import { knownAmong } from './rules/kdn.ts'

/** Takes over the projects of a list that are not here yet, in one go; the others stay as they are. Returns how many are new. */
export async function takeList(db: UnitOfWork, starts: readonly Start[]): Promise<number> {
  await lockProgramme(db)
  const isKnown = knownAmong(await listNames(db))
  const fresh = starts.filter(({ project }) => !isKnown(project))
  await startProjects(db, fresh)
  return fresh.length
}
