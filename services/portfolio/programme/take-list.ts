import type { UnitOfWork } from '@modellregion/kernel'
import { startProjects, type Start } from './project.ts'
import { listNames, lockProgramme } from './queries.ts'
import { knownAmong } from './rules/kdn.ts'
import { mostProjects } from './schema.ts'

/** Takes over the projects of a list that are not here yet, in one go; the others stay as they are. Returns how many are new; undefined when there are more than the programme holds, and then none is taken. */
export async function takeList(db: UnitOfWork, starts: readonly Start[]): Promise<number | undefined> {
  await lockProgramme(db)
  const known = await listNames(db)
  const isKnown = knownAmong(known)
  const fresh = starts.filter(({ project }) => !isKnown(project))
  if (known.length + fresh.length > mostProjects) return undefined
  await startProjects(db, fresh)
  return fresh.length
}
