import { argon2, type Derivation } from './argon2.ts'

/** What the worker answers. */
export type Derived = { readonly key: Uint8Array } | { readonly failed: true }

/** Argon2id to 32 bytes. On a page a worker does it, so that the page stays usable; where none can be started (and in Node), this thread. */
export async function derive(wish: Derivation): Promise<Uint8Array> {
  if (typeof Worker === 'undefined' || typeof document === 'undefined') return argon2(wish)
  return (await inWorker(wish)) ?? argon2(wish)
}

/** Nothing when the browser allows no worker here or it fails. The worker ends at once and its memory with it. */
function inWorker(wish: Derivation): Promise<Uint8Array | undefined> {
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
    worker.onmessage = ({ data }: MessageEvent<Derived>) => end('key' in data ? data.key : undefined)
    worker.onerror = () => end(undefined)
    worker.postMessage(wish)
  })
}
