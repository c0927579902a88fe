import { Type } from 'typebox'
import { defineJob } from '../jobs/job.ts'
import type { StoredObject } from './store.ts'
import { listNamed } from './queries.ts'

const day = 24 * 3_600_000

/** Every night: bytes that no row has named for a day are removed. */
export const sweepFiles = defineJob({
  name: 'platform.sweep-files',
  payload: Type.Object({}),
  schedule: '20 2 * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, read, now, signal, progress }) => {
    const { files } = platform
    let removed = 0
    for await (const batch of batches(files.list(tenant.id), 500)) {
      signal.throwIfAborted()
      const old = batch.filter((object) => isOld(object, now))
      const named = await read((db) => listNamed(db, old.map((object) => object.sha256)))
      for (const { sha256 } of old) {
        if (named.has(sha256)) continue
        const again = await files.stat(tenant.id, sha256) // put once more in the meantime?
        if (!again || !isOld(again, now)) continue
        await files.delete(tenant.id, sha256)
        removed++
      }
    }
    progress(1, undefined, { removed })
  },
})

const isOld = (object: StoredObject, now: Date): boolean => object.modifiedAt.getTime() < now.getTime() - day

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
