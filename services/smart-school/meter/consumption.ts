import type { UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Consumption, Period } from './schema.ts'

export type { Consumption } from './schema.ts'

/** What was used at a meter point from a day until before another, by local days, ISO weeks, months or years; the first and last are cut to the span. */
export async function consumptionOf(_db: UnitOfWork, _meterPointId: number, _from: PlainDate, _until: PlainDate, _by: Period): Promise<Consumption[]> {
  return await Promise.resolve([])
}
