/** Whose traces go: names in the storages that begin with `prefix`, and the service workers and caches of the service. */
export type Traces = {
  prefix: string
  /** Beginnings of the paths for which service workers of the service stand. */
  scopes: readonly string[]
  /** Beginning of the names of the caches. */
  caches: string
}

/** Everything below was wiped, or the time was over: whoever leaves must not wait for a slow disk. Milliseconds. */
const patience = 600

/**
 * Removes what a service has left in this browser. `isKept` leaves the program that a person has installed on purpose (worker and caches);
 * what belongs to a person goes in any case.
 */
export async function wipe(traces: Traces, { isKept }: { isKept: boolean }): Promise<void> {
  wipeNames(sessionStorage, traces.prefix)
  wipeNames(localStorage, traces.prefix)
  const work = [wipeDatabases(traces.prefix), ...(isKept ? [] : [wipeCaches(traces.caches), wipeWorkers(traces.scopes)])]
  await Promise.race([Promise.allSettled(work), new Promise((done) => setTimeout(done, patience))])
}

function wipeNames(storage: Storage, prefix: string): void {
  for (const name of Object.keys(storage)) if (name.startsWith(prefix)) storage.removeItem(name)
}

async function wipeDatabases(prefix: string): Promise<void> {
  const known = await indexedDB.databases()
  for (const { name } of known) if (name?.startsWith(prefix)) indexedDB.deleteDatabase(name)
}

async function wipeCaches(prefix: string): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)))
}

async function wipeWorkers(scopes: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const workers = await navigator.serviceWorker.getRegistrations()
  await Promise.all(workers.filter((worker) => scopes.includes(new URL(worker.scope).pathname)).map((worker) => worker.unregister()))
}
