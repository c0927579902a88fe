import type { JobRun } from '@modellregion/kernel'
import { addDays, dayBounds, localDate } from '@modellregion/standards'
import { deleteFramesBefore, deleteRefusedBefore, listFramedSeries, listQuantityDecisions } from './queries.ts'
import { keepDaysOfSeries } from './rules.ts'

/** Days for which raw frames are kept of devices whose values have no end of their own: long enough to read a school year anew with a mended codec. */
export const longestFrames = 730

/**
 * Deletes raw frames. A frame holds everything that its values say, so it goes with the first of them: that of a motion sensor after the days of motion, and what was
 * refused of it with it.
 * What is older can no longer be read anew. One unit for each device. Returns how many frames went.
 */
export async function endFrames({ read, write, signal, now }: Pick<JobRun<unknown>, 'read' | 'write' | 'signal' | 'now'>): Promise<number> {
  const { series, decisions } = await read(async (db) => ({ series: await listFramedSeries(db), decisions: await listQuantityDecisions(db) }))
  let ended = 0
  for (const [devEui, those] of Map.groupBy(series, (one) => one.devEui)) {
    signal.throwIfAborted()
    const days = Math.min(longestFrames, ...those.map((one) => keepDaysOfSeries(one, decisions) ?? longestFrames))
    const before = dayBounds(addDays(localDate(now), -days)).start
    ended += await write(async (db) => {
      await deleteRefusedBefore(db, devEui, before)
      return await deleteFramesBefore(db, devEui, before)
    })
  }
  return ended
}
