import { newId, type UnitOfWork } from '@modellregion/kernel'
import type { MeterPoint } from '../meter/schema.ts'
import { insertSensor, takeNumbers, writeObservations } from '../store/queries.ts'
import type { Series } from '../store/schema.ts'
import { seriesOfChannel } from '../store/series.ts'
import { findManualSensor, insertReading } from './queries/reading.ts'

/** The channel under which every register's reading stands, whoever reads it. */
export const readingChannel = 'reading'

/** The series of what people read at a meter point. */
export async function manualSeries(db: UnitOfWork, { id, quantity }: Pick<MeterPoint, 'id' | 'quantity'>): Promise<Series> {
  let sensorId = (await findManualSensor(db))?.id
  if (sensorId === undefined) {
    sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'Ablesung durch Menschen', properties: { kind: 'manual' } })
  }
  return await seriesOfChannel(db, { thingId: id, sensorId, channel: readingChannel, quantity })
}

export type ManualReading = { readonly at: Date; readonly value: number; readonly accountId: string | null; readonly photoId: string | null; readonly confirmed: boolean }

/** Writes what somebody has read off; the same moment again corrects it. Gives the observation's key. */
export async function keepReading(db: UnitOfWork, point: MeterPoint, { at, value, accountId, photoId, confirmed }: ManualReading): Promise<{ seriesId: number; at: Date }> {
  const series = await manualSeries(db, point)
  await writeObservations(db, [{ seriesId: series.id, at, number: value }], 'replace')
  await insertReading(db, { id: newId(db.now), seriesId: series.id, at, accountId, photoId, confirmed })
  return { seriesId: series.id, at }
}
