import type { JobRun, UnitOfWork } from '@modellregion/kernel'
import { addDays, dayBounds, localDate, type PlainDate } from '@modellregion/standards'
import { deleteObservations, readBuckets } from '../store/queries.ts'
import { insertDaily, listKept, listQuantityDecisions, type KeptSeries } from './queries.ts'
import { keepDaysOfSeries, leavesDaily } from './rules.ts'

const daysAtOnce = 60

/**
 * Deletes single values that are older than the town keeps them, whole local days at once, and leaves a row for each day where that tells about nobody.
 * One unit for each lot of days of a series: short transactions, and a run that was cut off goes on where it stopped. The daily row is written in the
 * same unit as its values go, so that neither is ever counted twice. `latest` and its count follow (`deleteObservations`). Returns rows deleted.
 */
export async function applyKeeping({ read, write, signal, now }: Pick<JobRun<unknown>, 'read' | 'write' | 'signal' | 'now'>): Promise<{ series: number; deleted: number }> {
  const { kept, decisions } = await read(async (db) => ({ kept: await listKept(db), decisions: await listQuantityDecisions(db) }))
  const today = localDate(now)
  let [series, deleted] = [0, 0]
  for (const one of kept) {
    const days = keepDaysOfSeries(one, decisions)
    if (days === null) continue
    const end = addDays(today, -days)
    const from = localDate(one.firstTime)
    if (from >= end) continue
    series++
    for (let day = from; day < end; day = addDays(day, daysAtOnce)) {
      signal.throwIfAborted()
      const until = addDays(day, daysAtOnce) < end ? addDays(day, daysAtOnce) : end
      deleted += await write((db) => keepLot(db, one, day, until))
    }
  }
  return { series, deleted }
}

async function keepLot(db: UnitOfWork, series: KeptSeries, from: PlainDate, until: PlainDate): Promise<number> {
  if (leavesDaily(series)) {
    const bounds: Date[] = []
    const names = new Map<number, PlainDate>()
    for (let day = from; day < until; day = addDays(day, 1)) {
      const { start } = dayBounds(day)
      bounds.push(start)
      names.set(start.getTime(), day)
    }
    const buckets = await readBuckets(db, series.id, [...bounds, dayBounds(until).start])
    await insertDaily(db, series.id, buckets.flatMap(({ from: start, count, sum, min, max }) => {
      const day = names.get(start.getTime())
      return day === undefined ? [] : [{ day, count, sum, min, max }]
    }))
  }
  return await deleteObservations(db, series.id, dayBounds(from).start, dayBounds(until).start)
}
