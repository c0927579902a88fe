import type { UnitOfWork } from '@modellregion/kernel'
import { getThing, listSeriesOfThings } from '../store/queries.ts'
import { listQuantityDecisions, sealForeignSeries, setAudienceOfThing } from './queries.ts'
import { audienceAt, audienceOf } from './rules.ts'

/**
 * Seals the series of a room, or opens them: sealed, what tells who was there is shown to nobody singly; opened again, each quantity gets the town's
 * audience back. To be called in the unit that changes `properties.sealed`. Returns how many series changed.
 */
export async function sealThing(db: UnitOfWork, thingId: number, sealed: boolean): Promise<number> {
  const thing = await getThing(db, thingId)
  const decisions = await listQuantityDecisions(db)
  const quantities = new Set((await listSeriesOfThings(db, [thingId])).flatMap(({ quantity }) => (quantity === null ? [] : [quantity])))
  // Of series that came by SensorThings nobody knows what they tell.
  let changed = await sealForeignSeries(db, thingId, sealed)
  for (const quantity of quantities) changed += await setAudienceOfThing(db, thingId, quantity, audienceAt({ kind: thing.kind, sealed }, audienceOf(quantity, decisions)))
  return changed
}
