import { tracesOf } from './traces.ts'
import { trustedScript } from './trusted.ts'

/** What the service worker says of itself. */
export type GuardStatus = { isAdopted: false } | { isAdopted: true; digest: string; words: readonly string[]; waiting?: { digest: string; words: readonly string[]; changed: readonly { url: string; kind: string }[] } }
export type GuardAnswer = { ok: true; status: GuardStatus } | { ok: false; refused: string }
type Order = { kind: 'status' } | { kind: 'look' } | { kind: 'adopt'; digest: string; lang: string }

const scriptPath = '/help-chat/worker.js'

/** The registration of these pages' own worker. Asked by its exact scope: the town's worker stands for the whole site and would answer as well. */
export async function guardRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  const all = await navigator.serviceWorker.getRegistrations()
  return all.find(({ scope }) => new URL(scope).pathname === tracesOf.scopes[0])
}

/** Sends an order and waits for its answer: a minute at most, for a slow network. */
export function order(worker: ServiceWorker, what: Order): Promise<GuardAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => resolve({ ok: false, refused: '' }), 60_000)
    port1.onmessage = ({ data }: MessageEvent<GuardAnswer>) => {
      clearTimeout(timer)
      port1.close()
      resolve(data)
    }
    worker.postMessage(what, [port2])
  })
}

/**
 * Puts the worker onto this device, twice: for the pages, and for the scripts of background work, which browsers ask for by their own address.
 * @throws when the browser allows none, as in some private windows
 */
export async function installGuard(): Promise<ServiceWorker> {
  const url = trustedScript(scriptPath)
  const [pages] = await Promise.all(tracesOf.scopes.map((scope) => navigator.serviceWorker.register(url, { scope })))
  return await activeOf(pages as ServiceWorkerRegistration) // there are two scopes
}

function activeOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const { active, installing, waiting } = registration
  if (active) return Promise.resolve(active)
  const coming = installing ?? waiting
  return new Promise((resolve, reject) => {
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming)
      if (coming.state === 'redundant') reject(new Error('The worker was not taken.'))
    })
  })
}

/** Takes everything of the app off this device again: workers, files, pages for reading. */
export async function removeGuard(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations()
  const scopes: readonly string[] = tracesOf.scopes
  await Promise.all(registrations.filter(({ scope }) => scopes.includes(new URL(scope).pathname)).map((registration) => registration.unregister()))
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(tracesOf.caches)).map((name) => caches.delete(name)))
}
