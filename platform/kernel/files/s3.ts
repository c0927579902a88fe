import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { S3mini } from 's3mini'
import { NotFound } from '../database/index.ts'
import { meter, objectPath, townFolder } from './names.ts'
import type { FileStore, Kept, StoredObject } from './store.ts'

export type S3Settings = { endpoint: string; bucket: string; accessKey: string; secretKey: string; region?: string | undefined }

const singlePart = 8 * 1_048_576

/** Objects in a bucket of an S3 store. Puts overwrite with the same bytes, so no conditional request is needed. */
export function openS3(settings: S3Settings): FileStore {
  const s3 = new S3mini({
    endpoint: `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}`,
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region ?? 'auto',
  })
  return {
    put: async (tenant, content, { limit }) => {
      townFolder(tenant)
      const aside = join(tmpdir(), `upload-${randomBytes(12).toString('hex')}`) // the name of an object is known at its end only
      try {
        const kept = await spool(aside, content, limit)
        const key = objectPath(tenant, kept.sha256)
        if (kept.size <= singlePart) await s3.putObject(key, await readFile(aside))
        else await s3.putAnyObject(key, Readable.toWeb(createReadStream(aside)) as ReadableStream, undefined, undefined, undefined, kept.size) // node's type of the same web stream
        return kept
      } finally {
        await rm(aside, { force: true })
      }
    },
    get: async (tenant, sha256, range) => {
      const answer = await s3.getObjectRaw(objectPath(tenant, sha256), range === undefined, range?.start, range && range.end + 1).catch(asNotFound)
      if (!answer.body) throw new NotFound()
      return Readable.fromWeb(answer.body as WebStream) // node's type of the same web stream
    },
    stat: async (tenant, sha256) => {
      const key = objectPath(tenant, sha256)
      for await (const found of listed(s3, key)) if (found.sha256 === sha256) return found
      return undefined
    },
    delete: async (tenant, sha256) => void (await s3.deleteObject(objectPath(tenant, sha256))),
    list: (tenant) => listed(s3, `${townFolder(tenant)}/`),
    check: async () => {
      const reachable = await s3.bucketExists().catch(() => false)
      return reachable ? undefined : `The bucket "${settings.bucket}" at ${settings.endpoint} does not answer. Check the address, the keys and that the bucket exists.`
    },
  }
}

async function spool(path: string, content: Readable, limit: number): Promise<Kept> {
  const metered = meter(limit)
  await pipeline(content, metered, createWriteStream(path, { mode: 0o600 }))
  return { sha256: metered.digest(), size: metered.size }
}

async function* listed(s3: S3mini, prefix: string): AsyncIterable<StoredObject> {
  let token: string | undefined
  do {
    const page = await s3.listObjectsPaged('/', prefix, 1_000, token)
    for (const { Key, Size, LastModified } of page?.objects ?? []) yield { sha256: Key.slice(Key.lastIndexOf('/') + 1), size: Number(Size), modifiedAt: new Date(LastModified) }
    token = page?.nextContinuationToken
  } while (token)
}

function asNotFound(error: unknown): never {
  if (error instanceof Error && /NoSuchKey|status: 404|\b404\b/.test(`${error.message} ${String((error as { status?: number }).status)}`)) throw new NotFound()
  throw error
}
