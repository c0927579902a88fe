import { installGuard } from '../app/guard.ts'
import type { Device } from './schema.ts'

// For the browser: asking the device, and taking the wish back. Where the town's server is told says whoever calls.

export type DeviceState = 'unsupported' | 'denied' | 'off' | 'on'
export type Switched = 'on' | 'denied' | 'unsupported' | 'failed'

const supported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** Whether this device is told. */
export async function deviceState(): Promise<DeviceState> {
  if (!supported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return (await subscription()) ? 'on' : 'off'
}

/** Asks the person and the device, then hands the device to `tell`. When the server does not take it, nothing stays behind. */
export async function switchOn(key: string, tell: (device: Device) => Promise<boolean>): Promise<Switched> {
  if (!supported()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    if (!(await ownRegistration())) await installGuard()
    const registration = await ownRegistration()
    if (!registration) return 'unsupported'
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    const { endpoint, keys } = made.toJSON()
    const device = endpoint !== undefined && keys?.['p256dh'] !== undefined && keys['auth'] !== undefined ? { endpoint, keys: { p256dh: keys['p256dh'], auth: keys['auth'] } } : undefined
    if (device && (await tell(device))) return 'on'
    await made.unsubscribe()
    return 'failed'
  } catch {
    return 'failed'
  }
}

/**
 * Ends it at the push service first, so that nothing arrives even when the server is not reached. `off-later`: the server still knows the device
 * and forgets it with the next knock that finds nobody.
 */
export async function switchOff(tell: (endpoint: string) => Promise<boolean>): Promise<'off' | 'off-later'> {
  const held = await subscription()
  if (!held) return 'off'
  await held.unsubscribe()
  return (await tell(held.endpoint)) ? 'off' : 'off-later'
}

/** The town's public key and the device's address as the routes of both sides want them; a network that fails is an answer, too. */
export async function askServer(method: 'GET' | 'POST' | 'DELETE', address: string, { headers, value, credentials }: { headers?: Record<string, string>; value?: unknown; credentials?: RequestCredentials } = {}): Promise<unknown> {
  try {
    const answer = await fetch(address, { method, ...(credentials && { credentials }), headers: { ...headers, ...(value !== undefined && { 'content-type': 'application/json' }) }, ...(value !== undefined && { body: JSON.stringify(value) }) })
    if (!answer.ok) return false
    return method === 'GET' ? await answer.json() : true
  } catch {
    return false
  }
}

/** The key out of an answer; empty when there is none, and then no device takes it. */
export const keyIn = (answer: unknown): string => (typeof answer === 'object' && answer !== null && 'key' in answer ? String(answer.key) : '')

async function subscription(): Promise<PushSubscription | undefined> {
  return (await (await ownRegistration())?.pushManager.getSubscription()) ?? undefined
}

/** The worker of this service, which knows what to say; the town's own one for all pages does not. */
async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration('/help-chat')
  return found && new URL(found.scope).pathname.startsWith('/help-chat') ? found : undefined
}
