import type { UnitOfWork } from '@modellregion/kernel'
import { listQuantityDecisions } from '../protection/queries.ts'
import { audienceAt, audienceOf } from '../protection/rules.ts'
import { quantityOf, type QuantityId } from '../quantity/quantity.ts'
import { findPropertyOfQuantity, findSeriesOfChannel, getPropertyOfQuantity, getThing, insertProperty, insertSeries, takeNumbers } from './queries.ts'
import type { Series } from './schema.ts'

const measurement = 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'

/**
 * The series in which a sensor's channel speaks about a thing; made on first use, with its ObservedProperty. Weather is public. A room in which staff may not be
 * recognised (`properties.sealed`) seals every series that tells who was there.
 */
export async function seriesOfChannel(db: UnitOfWork, where: { thingId: number; sensorId: number; channel: string; quantity: QuantityId }): Promise<Series> {
  const known = await findSeriesOfChannel(db, where.thingId, where.sensorId, where.channel)
  if (known) return known
  const thing = await getThing(db, where.thingId)
  const quantity = quantityOf(where.quantity)
  const property = await propertyOf(db, where.quantity)
  const id = await takeNumbers(db, 'series')
  const { symbol = '', name: unitName = '', definition = '' } = quantity.unit ?? {}
  const audience = audienceAt({ kind: thing.kind, sealed: thing.properties['sealed'] === true }, audienceOf(where.quantity, await listQuantityDecisions(db)))
  const series: Series = { id, multi: false, name: `${thing.name}: ${quantity.label.de}${suffixOf(where)}`, thingId: thing.id, sensorId: where.sensorId, schoolId: thing.schoolId, channel: where.channel, quantity: where.quantity, audience }
  await insertSeries(db, { ...series, observationType: measurement, unit: { name: unitName || null, symbol: symbol || null, definition: definition || null }, observedPropertyIds: [property] })
  return (await findSeriesOfChannel(db, where.thingId, where.sensorId, where.channel)) ?? series
}

// Several channels of one quantity at one thing, such as the registers of a meter, are told apart by their names.
const suffixOf = ({ channel, quantity }: { channel: string; quantity: QuantityId }): string => (channel === quantity || channel === 'reading' ? '' : ` (${channel.replace(/^reading:/, '')})`)

async function propertyOf(db: UnitOfWork, id: QuantityId): Promise<number> {
  const known = await findPropertyOfQuantity(db, id)
  if (known) return known.id
  const { label, definition } = quantityOf(id)
  await insertProperty(db, { id: await takeNumbers(db, 'observed-property'), quantity: id, name: label.de, definition })
  return (await getPropertyOfQuantity(db, id)).id
}
