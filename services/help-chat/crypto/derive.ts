import { sodium } from './sodium.ts'

/** Cost of Argon2id: passes, and memory in bytes. */
export type Cost = { readonly opslimit: number; readonly memlimit: number }

/** 3 passes over 64 MiB: more than RFC 9106's second choice for little memory asks of a single lane, and within a second on a phone. */
export const cost: Cost = { opslimit: 3, memlimit: 64 * 1024 * 1024 }

export type DeriveJob = { readonly password: Uint8Array; readonly salt: Uint8Array } & Cost
export type DeriveAnswer = { readonly key: Uint8Array } | { readonly failed: true }

/** Argon2id (version 1.3) to 32 bytes. In a browser a worker does it, so that the page stays usable; without workers the page waits for it. */
export async function argon2(job: DeriveJob): Promise<Uint8Array> {
  if (typeof Worker === 'undefined') return argon2Here(job)
  return (await argon2InWorker(job)) ?? argon2Here(job)
}

/** The same in this thread. */
export async function argon2Here({ password, salt, opslimit, memlimit }: DeriveJob): Promise<Uint8Array> {
  const library = await sodium()
  return library.crypto_pwhash(32, password, salt, opslimit, memlimit, library.crypto_pwhash_ALG_ARGON2ID13)
}

/** Nothing when the browser allows no worker here or it fails. The worker ends at once and its memory with it. */
function argon2InWorker(job: DeriveJob): Promise<Uint8Array | undefined> {
  return new Promise((done) => {
    let worker: Worker
    try {
      worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' })
    } catch {
      done(undefined)
      return
    }
    const end = (key: Uint8Array | undefined) => {
      worker.terminate()
      done(key)
    }
    worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) => end('key' in data ? data.key : undefined)
    worker.onerror = () => end(undefined)
    worker.postMessage(job)
  })
}
