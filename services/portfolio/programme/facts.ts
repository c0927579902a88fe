import { audit, type UnitOfWork } from '@modellregion/kernel'
import type { Contested } from './project.ts'
import { findProgramme, insertProgrammeChange, listProgrammeChanges, lockProgramme, upsertProgramme } from './queries.ts'
import { contestedBy } from './rules/change.ts'
import { changedFacts } from './rules/facts.ts'
import type { Programme } from './schema.ts'

export type FactsRefusal = Contested | { readonly code: 'from-report' }

/** Keeps what the project office writes about its programme, and what stood there before. What a report says stays as the report says it. */
export async function keepFacts(db: UnitOfWork, programme: Programme, { change, since }: { readonly change: string; readonly since: string }): Promise<FactsRefusal | undefined> {
  await lockProgramme(db)
  const before = await findProgramme(db)
  if (before?.origin === 'report') return { code: 'from-report' }
  const detail = changedFacts(before, programme)
  if (Object.keys(detail).length === 0) return undefined
  const now = contestedBy(detail, await listProgrammeChanges(db), since)
  if (Object.keys(now).length > 0) return { code: 'changed-meanwhile', now }
  await upsertProgramme(db, programme)
  await insertProgrammeChange(db, { id: change, detail })
  await audit(db, { action: 'programme.change', subject: 'programme', detail: { fields: Object.keys(detail) } })
  return undefined
}
