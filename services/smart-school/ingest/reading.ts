import { newId, type UnitOfWork } from '@modellregion/kernel'
import { readingChannelOf } from '../meter/rules/registers.ts'
import type { MeterPoint } from '../meter/schema.ts'
import { insertSensor, takeNumbers, writeObservations } from '../store/queries.ts'
import type { Series } from '../store/schema.ts'
import { seriesOfChannel } from '../store/series.ts'
import { findManualSensor, insertReading } from './queries/reading.ts'

/** The series of what people read of one register at a meter point. */
export async function manualSeries(db: UnitOfWork, { id, quantity }: Pick<MeterPoint, 'id' | 'quantity'>, code = 'total'): Promise<Series> {
  let sensorId = (await findManualSensor(db))?.id
  if (sensorId === undefined) {
    sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'Ablesung durch Menschen', properties: { kind: 'manual' } })
  }
  return await seriesOfChannel(db, { thingId: id, sensorId, channel: readingChannelOf(code), quantity })
}

/** `code`: the chain of the register that was read. */
export type ManualReading = { readonly code: string; readonly at: Date; readonly value: number; readonly accountId: string | null; readonly photoId: string | null; readonly confirmed: boolean }

/** Writes what somebody has read off; the same moment again corrects it. Gives the observation's key. */
export async function keepReading(db: UnitOfWork, point: MeterPoint, { code, at, value, accountId, photoId, confirmed }: ManualReading): Promise<{ seriesId: number; at: Date }> {
  const series = await manualSeries(db, point, code)
  await writeObservations(db, [{ seriesId: series.id, at, number: value }], 'replace')
  await insertReading(db, { id: newId(db.now), seriesId: series.id, at, accountId, photoId, confirmed })
  return { seriesId: series.id, at }
}
