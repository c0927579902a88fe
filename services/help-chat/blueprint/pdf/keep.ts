/** PDFs that were made, by the hash of what is in them; so a thousand readers of a leaflet cost one making. */
export type Keep = { get(key: string, make: () => Promise<Buffer>): Promise<Buffer | 'busy'> }

type Limits = { files: number; bytes: number; atOnce: number; waiting: number }

/**
 * Keeps at most `files` files of at most `bytes` together (the longest unused goes first), makes at most `atOnce` at a time and lets
 * `waiting` wait. Whoever comes after them hears `busy`: no address is remembered, so the limit is for all together.
 */
export function openKeep({ files, bytes, atOnce, waiting }: Limits): Keep {
  const made = new Map<string, Buffer>()
  const making = new Map<string, Promise<Buffer>>()
  const queue: (() => void)[] = []
  let running = 0

  const turn = async (): Promise<void> => {
    if (running < atOnce) running++
    else await new Promise<void>((go) => queue.push(go)) // whoever is done hands over the place
  }
  const store = (key: string, file: Buffer): void => {
    made.set(key, file)
    let size = [...made.values()].reduce((all, { length }) => all + length, 0)
    for (const [oldest, { length }] of made) {
      if (made.size <= files && size <= bytes) break
      made.delete(oldest)
      size -= length
    }
  }
  const work = async (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    await turn()
    try {
      const file = await make()
      store(key, file)
      return file
    } finally {
      making.delete(key)
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }

  return {
    async get(key, make) {
      const known = made.get(key)
      if (known) {
        made.delete(key)
        made.set(key, known)
        return known
      }
      const under = making.get(key)
      if (under) return await under
      if (queue.length >= waiting) return 'busy'
      const promise = work(key, make)
      making.set(key, promise)
      return await promise
    },
  }
}
