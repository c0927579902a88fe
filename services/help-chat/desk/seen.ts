import { tracesOf } from '../app/traces.ts'
import { caseKey } from './rules.ts'
import type { InboxEntry, Seen } from './schema.ts'

// What stays on this device: for each case the number and hash of the last envelope that was shown. With it the desk knows what is new, and
// that nobody has cut a case off since. It says nothing about content; a device without a memory of its own (private window) just has none.

const name = `${tracesOf.prefix}-desk`
const store = 'seen'

/** Everything this device remembers, by `caseKey`. Empty where the browser gives no memory. */
export async function readSeen(): Promise<Map<string, Seen>> {
  const database = await open()
  if (!database) return new Map()
  return await new Promise((resolve) => {
    const found = new Map<string, Seen>()
    const cursor = database.transaction(store).objectStore(store).openCursor()
    cursor.onerror = () => resolve(found)
    cursor.onsuccess = () => {
      const { result } = cursor
      if (!result) return resolve(found)
      const { seq, hash } = result.value as Seen // written below
      found.set(String(result.key), { seq, hash })
      result.continue()
    }
  })
}

/** Remembers what was shown. Never less than before: an older page must not make a shorter case look right. */
export async function keepSeen(entry: Pick<InboxEntry, 'town' | 'case'>, seen: Seen): Promise<void> {
  const database = await open()
  if (!database) return
  const shelf = database.transaction(store, 'readwrite').objectStore(store)
  const key = caseKey(entry)
  const before = shelf.get(key)
  before.onsuccess = () => {
    const known = before.result as Seen | undefined // written here
    if (!known || known.seq <= seen.seq) shelf.put(seen, key)
  }
}

/** Milliseconds for which a case that the server no longer shows is still remembered. */
const rememberGone = 90 * 86_400_000

/**
 * Cases that the server no longer shows: erased, handed over, or hidden to be shown cut off later. So they are remembered for 90 days before
 * they are forgotten here, too.
 */
export async function noteGone(keys: readonly string[], now: Date): Promise<void> {
  const database = await open()
  const shelf = database?.transaction(store, 'readwrite').objectStore(store)
  for (const key of keys) {
    const before = shelf?.get(key)
    if (!shelf || !before) return
    before.onsuccess = () => {
      const known = before.result as (Seen & { gone?: number }) | undefined // written here
      if (known?.gone === undefined) shelf.put({ ...known, gone: now.getTime() }, key)
      else if (now.getTime() - known.gone > rememberGone) shelf.delete(key)
    }
  }
}

let opening: Promise<IDBDatabase | undefined> | undefined

function open(): Promise<IDBDatabase | undefined> {
  opening ??= new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(undefined)
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
    request.onblocked = () => resolve(undefined)
  })
  return opening
}
