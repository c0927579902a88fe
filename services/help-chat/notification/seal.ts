import { createHmac, hkdfSync } from 'node:crypto'
import { sealUnder, sharedSecret, type Platform, type Seal } from '@modellregion/kernel'

/** A seal for addresses of devices and the private key towards push services. `hash` names a device within one context only: the same device has another name in each case. */
export type DeviceSeal = Seal & { hash(value: string, context: string): Buffer }

/** A sealed value, or nothing when it does not open: after a restored database, a device registers again. */
export function tryOpen<T>(seal: Seal, sealed: string, context: string): T | undefined {
  try {
    return JSON.parse(seal.open(sealed, context)) as T // written by this service, and authentic
  } catch {
    return undefined
  }
}

export async function openSeal({ database, now }: Pick<Platform, 'database' | 'now'>): Promise<DeviceSeal> {
  const secret = await sharedSecret(database, 'help-chat-notices', now())
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'modellregion', `help-chat ${purpose}`, 32))
  const hashKey = derived('device')
  return { ...sealUnder(derived('seal')), hash: (value, context) => createHmac('sha256', hashKey).update(`${context}\n${value}`).digest() }
}
