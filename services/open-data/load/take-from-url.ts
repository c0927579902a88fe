import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { defineJob, enqueue, newId, type JobRun } from '@modellregion/kernel'
import { RefusalError } from '../dcat/refusals.ts'
import { guardedFetch } from '../fetch/guarded-fetch.ts'
import { takeUpload, type Taker, type Taking } from './take.ts'

const Fetching = Type.Object({
  dataset: Type.String({ format: 'uuid' }),
  distribution: Type.String({ format: 'uuid' }),
  version: Type.String({ format: 'uuid' }),
  url: Type.String({ maxLength: 2_000 }),
  note: Type.String(),
})

/** Fetches a file from an address and keeps it as a version. Only public addresses are called. */
export const takeJob = defineJob({
  name: 'open-data.take',
  payload: Fetching,
  maxAttempts: 3,
  timeoutSeconds: 1_800,
  run: async (run) => {
    const { dataset, distribution, version, url, note } = run.payload
    const fetched = await guardedFetch(url, { signal: run.signal, maxBytes: run.platform.config.uploads?.maxBytes ?? 2 * 1024 ** 3, timeout: 1_700_000, allow: run.platform.config.harvest?.allow ?? [] })
    if (!fetched.ok) throw new RefusalError(fetched.refusal)
    const name = decodeURIComponent(new URL(fetched.url).pathname.split('/').at(-1) ?? '') || 'datei'
    const content = Readable.from(counted(fetched.body, fetched.contentLength, run.progress))
    const taken = await takeUpload(run, { datasetId: dataset, distributionId: distribution, versionId: version, note, upload: { name, declaredType: fetched.contentType ?? '', content } })
    if (!taken.ok) throw new Error(taken.refusal.code)
  },
})

/**
 * Orders that a file is fetched from an address. The version appears under the id given back once it has come; until then the job
 * says how far it is, or why it could not be had.
 */
export async function takeFromUrl(taker: Pick<Taker, 'now' | 'write'>, { datasetId, distributionId, versionId, note = '', url }: Omit<Taking, 'choices'> & { url: string }): Promise<{ versionId: string; distributionId: string; jobId: string }> {
  const version = versionId ?? newId(taker.now)
  const distribution = distributionId ?? newId(taker.now)
  const jobId = await taker.write((db) => enqueue(db, takeJob, { dataset: datasetId, distribution, version, url, note }, { key: `take ${version}` }))
  return { versionId: version, distributionId: distribution, jobId }
}

async function* counted(body: AsyncIterable<Uint8Array>, length: number | undefined, progress: JobRun<unknown>['progress']): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    progress(length ? Math.min(1, bytes / length) : 0, 'load.progress.fetching', { megabytes: Math.round(bytes / 1e6) })
    yield chunk
  }
}
