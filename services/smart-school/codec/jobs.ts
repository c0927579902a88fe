import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { deskDecoder } from './desk-decoder.ts'
import { deleteOldChanges, setFailed } from './queries/replay.ts'
import { applyReplay, compareReplay } from './replay.ts'

/** Days for which single differences of a comparison are kept. */
const keptDays = 30

/** Reads raw frames again: first to compare, then, when somebody says so, to change history. One at a time in a town. */
export const replayJob = defineJob({
  name: 'smart-school.codec-replay',
  payload: Type.Object({ replay: Type.String({ format: 'uuid' }), apply: Type.Boolean() }),
  timeoutSeconds: 7_200,
  maxAttempts: 3,
  oneAtATime: true,
  run: async ({ platform, tenant, payload, now, signal, progress, read, write }) => {
    const run = { platform, tenant: tenant.id, decoder: deskDecoder(), now, signal, read, write, progress: (done: number, total: number) => progress(total === 0 ? 1 : Math.min(1, done / total), 'codec.replay.progress', { done, total }) }
    const isDone = payload.apply ? await applyReplay(run, payload.replay) : await compareReplay(run, payload.replay)
    if (!isDone) await write((db) => setFailed(db, payload.replay, payload.apply ? 'not-active' : 'no-version'))
  },
})

export const tidyReplaysJob = defineJob({
  name: 'smart-school.codec-tidy',
  payload: Type.Object({}),
  schedule: '52 2 * * *',
  run: async ({ now, write }) => void (await write((db) => deleteOldChanges(db, new Date(now.getTime() - keptDays * 86_400_000)))),
})

export const codecJobs: readonly Job[] = [replayJob, tidyReplaysJob]
