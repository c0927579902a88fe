import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { loadVersion } from './load-version.ts'

/** Looks at an uploaded file and makes a typed table of it. Repeatable: it begins anew from the stored bytes. */
export const loadJob = defineJob({
  name: 'open-data.load',
  payload: Type.Object({ version: Type.String({ format: 'uuid' }) }),
  maxAttempts: 3,
  timeoutSeconds: 1_200,
  run: (run) => loadVersion(run, run.payload.version),
})
