import type { UnitOfWork } from '@modellregion/kernel'
import { quantityOf, type QuantityId } from '../quantity/quantity.ts'
import { findPropertyOfQuantity, findSeriesOfChannel, getPropertyOfQuantity, getThing, insertProperty, insertSeries, takeNumbers } from './queries.ts'
import type { Series, Thing } from './schema.ts'

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
  const audience = audienceOf(thing, quantity.audience)
  const series: Series = { id, multi: false, name: `${thing.name}: ${quantity.label.de}`, thingId: thing.id, sensorId: where.sensorId, schoolId: thing.schoolId, channel: where.channel, quantity: where.quantity, audience }
  await insertSeries(db, { ...series, observationType: measurement, unit: { name: unitName || null, symbol: symbol || null, definition: definition || null }, observedPropertyIds: [property] })
  return (await findSeriesOfChannel(db, where.thingId, where.sensorId, where.channel)) ?? series
}

/** Warmth and light outdoors tell nothing about people; in a sealed room everything that might is sealed. */
function audienceOf(thing: Thing, usual: Series['audience']): Series['audience'] {
  if (thing.kind === 'outdoor' && usual === 'school') return 'public'
  return thing.properties['sealed'] === true && usual !== 'public' ? 'sealed' : usual
}

async function propertyOf(db: UnitOfWork, id: QuantityId): Promise<number> {
  const known = await findPropertyOfQuantity(db, id)
  if (known) return known.id
  const { label, definition } = quantityOf(id)
  await insertProperty(db, { id: await takeNumbers(db, 'observed-property'), quantity: id, name: label.de, definition })
  return (await getPropertyOfQuantity(db, id)).id
}
