import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { harvest } from './run.ts'
import * as queries from './queries.ts'

/** Harvests one source, or without a name all that are not paused. */
export const harvestJob = defineJob({
  name: 'open-data.harvest',
  payload: Type.Object({ source: Type.Optional(Type.String()) }),
  schedule: '17 2 * * *',
  timeoutSeconds: 3_600,
  oneAtATime: true,
  run: async ({ platform, tenant, payload, signal, progress, read }) => {
    const sources = payload.source ? [payload.source] : (await read(queries.listSources)).filter((source) => !source.paused).map((source) => source.name)
    for (const source of sources) await harvest({ platform, tenant, signal, progress: (share, counts) => progress(share, 'harvest.progress', counts) }, source)
  },
})
