import type { UnitOfWork } from '@modellregion/kernel'
import { dayBounds, localDate, type PlainDate } from '@modellregion/standards'

/**
 * The same unit of work at the midnight that began the day: whatever is written through it (rows, deadlines, audit, ids) tells the day of
 * an act of the person and nothing finer.
 */
export const onlyDay = (db: UnitOfWork): UnitOfWork => ({ ...db, now: dayBounds(localDate(db.now)).start })

export const dayOf = (db: Pick<UnitOfWork, 'now'>): PlainDate => localDate(db.now)
