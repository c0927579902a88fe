import { createCipheriv, createDecipheriv, generateKeyPair, hkdfSync, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import { findKey, insertKey } from './queries.ts'
import type { Kind } from './schema.ts'

type Purpose = `${Kind}-${'signing' | 'encryption'}`
/** In PEM. */
export type KeyPair = { privateKey: string; publicKey: string }

/** A key of a simulator, made when it is first needed; encrypted in the database, the same for every process. */
export async function simulatorKey(platform: Platform, tenant: string, purpose: Purpose): Promise<KeyPair> {
  const enter = (access: 'read' | 'write') => ({ tenant, service: 'identity-test-kit', access, now: platform.now() })
  const secret = await sharedSecret(platform.database, 'identity-test-kit', platform.now())
  const known = await platform.database.unit(enter('read'), (db) => findKey(db, purpose))
  if (known) return { publicKey: known.publicKey, privateKey: open(secret, known.sealed) }
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const made = await platform.database.unit(enter('write'), (db) => insertKey(db, { purpose, publicKey, sealed: close(secret, privateKey) }))
  return made === 1 ? { publicKey, privateKey } : await simulatorKey(platform, tenant, purpose)
}

const sealingKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'modellregion', 'simulator-key', 32))

function close(secret: string, plain: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function open(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}
