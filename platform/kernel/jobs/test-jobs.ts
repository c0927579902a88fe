import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import { defineJob } from './job.ts'

/** A long job that writes a line when it begins and when it ends. For the tests that kill its process. */
export const traced = defineJob({
  name: 'platform.traced',
  payload: Type.Object({ file: Type.String(), milliseconds: Type.Integer() }),
  run: async ({ payload, signal, attempt }) => {
    appendFileSync(payload.file, `begin ${process.pid} ${attempt}\n`)
    await sleep(payload.milliseconds, undefined, { signal })
    appendFileSync(payload.file, `end ${process.pid} ${attempt}\n`)
  },
})
