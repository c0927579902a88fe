import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/**
 * Encrypts what the service must be able to read again (keys, TOTP secrets): AES-256-GCM under a key derived from the
 * installation's secret for one purpose. `context` is bound to it: a value moved to another row or town does not open.
 */
export type Seal = { close(plain: string, context: string): string; open(sealed: string, context: string): string }

/** @param purpose separates the keys of different uses: `signing-key`, `totp`. */
export async function openSeal({ database, now }: Pick<Platform, 'database' | 'now'>, purpose: string): Promise<Seal> {
  const secret = await sharedSecret(database, 'citizen-id', now())
  const key = Buffer.from(hkdfSync('sha256', secret, 'modellregion', `citizen-id ${purpose}`, 32))
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
  }
}
