import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Encrypts what a service must be able to read again (keys, secrets of second factors, addresses of devices). `context` is bound to it: a value
 * moved to another row or town does not open, and neither does one that was altered: `open` throws.
 */
export type Seal = { close(plain: string, context: string): string; open(sealed: string, context: string): string }

/** AES-256-GCM under a key of 32 bytes, which the service derives from `sharedSecret` for one purpose. Values are base64url: nonce, ciphertext, tag. */
export const sealUnder = (key: Buffer): Seal => ({
  close: (plain, context) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  },
  open: (sealed, context) => {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  },
})
