import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { add, localDate } from '@modellregion/standards'
import { closeMandate } from './end.ts'
import { mandateOverJob } from './over-job.ts'
import { deleteOldChoices, listPerhapsOver } from './queries.ts'
import { offerDays, stateNow } from './rules.ts'

const atOnce = 200

/** Writes down what has ended by itself: children of age, days that are over, offers that nobody took. Counts nowhere; the rules know it before. */
const sweepMandatesJob = defineJob({
  name: 'citizen-id.sweep-mandates',
  payload: Type.Object({}),
  schedule: '10 3 * * *',
  oneAtATime: true,
  run: async ({ now, signal, read, write }) => {
    const offeredBefore = new Date(now.getTime() - offerDays * 86_400_000)
    const bornBefore = add(localDate(now), { years: -18 })
    const over = (await read((db) => listPerhapsOver(db, { offeredBefore, bornBefore, size: 5_000 }))).filter((mandate) => stateNow(mandate, now) === 'ended')
    for (let at = 0; at < over.length; at += atOnce) {
      signal.throwIfAborted()
      await write(async (db) => {
        for (const { id } of over.slice(at, at + atOnce)) await closeMandate(db, id, { state: 'ended', what: 'ended' })
      })
    }
    await write(deleteOldChoices)
  },
})

export const mandateJobs = [mandateOverJob, sweepMandatesJob]
