import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/**
 * For what the server must be able to read again: addresses of devices and the private key towards push services. AES-256-GCM under a key of
 * the installation; `context` is bound to it, so that a value moved to another row or town does not open. `hash` names a device within one
 * context only: the same device has another name in each case.
 */
export type Seal = { close(plain: string, context: string): string; open(sealed: string, context: string): string; hash(value: string, context: string): Buffer }

/** A sealed value, or nothing when it does not open: after a restored database, a device registers again. */
export function tryOpen<T>(seal: Seal, sealed: string, context: string): T | undefined {
  try {
    return JSON.parse(seal.open(sealed, context)) as T // written by this service, and authentic
  } catch {
    return undefined
  }
}

export async function openSeal({ database, now }: Pick<Platform, 'database' | 'now'>): Promise<Seal> {
  const secret = await sharedSecret(database, 'help-chat-notices', now())
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'modellregion', `help-chat ${purpose}`, 32))
  const [key, hashKey] = [derived('seal'), derived('device')]
  return {
    close: (plain, context) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    /** @throws when the value was altered or belongs elsewhere */
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    hash: (value, context) => createHmac('sha256', hashKey).update(`${context}\n${value}`).digest(),
  }
}
