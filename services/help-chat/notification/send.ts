import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import webPush from 'web-push'
import { guardedLookup, whyNotEndpoint, type Allowed } from './guard.ts'
import type { Device } from './schema.ts'

/** The town's key pair and a way to reach who runs it, as push services ask for (RFC 8292). */
export type PushKey = { readonly publicKey: string; readonly privateKey: string; readonly subject: string }
export type Sent = 'sent' | 'gone' | 'failed'

const patience = 8_000
/** A device that is off for longer is told nothing: whoever looks sees it anyway. */
const keptSeconds = 3 * 24 * 3_600

/**
 * Knocks at a device: a message without content. `topic` makes a waiting message replace the one before (RFC 8030, 5.4), so that nobody counts.
 * `gone`: the device does not exist any more. Nothing is thrown, and nothing names the device: push services are part of an address.
 */
export async function knock(device: Device, key: PushKey, { allowed, signal }: { allowed: Allowed; signal: AbortSignal }): Promise<Sent> {
  if (whyNotEndpoint(device.endpoint, allowed)) return 'gone'
  const url = new URL(device.endpoint)
  const { headers } = webPush.generateRequestDetails(device, null, { vapidDetails: key, TTL: keptSeconds, urgency: 'normal', topic: 'neu' })
  const status = await new Promise<number>((resolve) => {
    const options = { method: 'POST', headers, lookup: guardedLookup(allowed, url), signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]), agent: false as const }
    const call = (url.protocol === 'https:' ? request : plainRequest)(url, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      // What else it says is of no interest, however long it is.
      answer.destroy()
    })
    call.on('error', () => resolve(0))
    call.end()
  })
  if (status >= 200 && status < 300) return 'sent'
  return status === 404 || status === 410 ? 'gone' : 'failed'
}
