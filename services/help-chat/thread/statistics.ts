import type { UnitOfWork } from '@modellregion/kernel'
import { countCase, countClosed, countFirstAnswer, countReport, countReturn } from '../statistics/counters.ts'
import { answerClassOf, returnClassOf } from '../statistics/rules.ts'
import { dayOf } from './only-day.ts'
import { countBySide } from './queries/envelope.ts'
import type { CaseFile } from './schema.ts'

/** A case began with this topic. */
export const countStart = (db: UnitOfWork, topic: string): Promise<void> => countCase(db, { topic })

type Happened = { readonly isAnswer: boolean; readonly declares: boolean; readonly closes: boolean }

/**
 * An envelope was written. `file` is the case as it was before. Counts in a fixed order and last of all, because counters are rows that many
 * cases share.
 */
export async function countPosted(db: UnitOfWork, file: CaseFile, { isAnswer, declares, closes }: Happened): Promise<void> {
  const ends = closes && file.state === 'open'
  if (!isAnswer && !declares) return
  const { person, others } = await countBySide(db, file.id)
  if (ends) await countClosed(db, file.lane)
  if (isAnswer && others === 1) await countFirstAnswer(db, answerClassOf(file.openedOn, dayOf(db)))
  if (declares) await countReport(db)
  if (ends) await countReturn(db, returnClassOf(person - 1))
}
