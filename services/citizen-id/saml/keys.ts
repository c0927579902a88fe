import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Platform } from '@modellregion/kernel'
import { openSeal } from '../provider/seal.ts'
import { selfSignedCertificate } from './certificate.ts'
import { insertSamlKey, listSamlKeys, type SamlKeyRow } from './queries.ts'

/** Keys and certificates in PEM. */
export type SamlKeys = { signingKey: string; signingCertificate: string; encryptionKey: string; encryptionCertificate: string }

/** TR-03116-4 wants at least 3000 bits. */
const bits = 3072
const purposes = ['signing', 'encryption'] as const

/**
 * The town's own keys towards identity providers; two pairs, as TR-03130-1, 4.9 demands. Made once, encrypted, the same for
 * every process. Whoever has registered keys of their own gives them in the deployment file.
 */
export async function ownKeys(platform: Platform, town: { id: string; name: string }): Promise<SamlKeys> {
  const enter = (access: 'read' | 'write') => ({ tenant: town.id, service: 'citizen-id', access, now: platform.now() })
  const known = await platform.database.unit(enter('read'), listSamlKeys)
  const missing = purposes.filter((purpose) => !known.some((row) => row.purpose === purpose))
  if (missing.length === 0) return await open(platform, town.id, known)
  const made = await Promise.all(missing.map((purpose) => make(platform, town, purpose)))
  await platform.database.unit(enter('write'), async (db) => {
    for (const row of made) await insertSamlKey(db, row)
  })
  return await open(platform, town.id, await platform.database.unit(enter('read'), listSamlKeys))
}

async function make(platform: Platform, town: { id: string; name: string }, purpose: SamlKeyRow['purpose']): Promise<SamlKeyRow> {
  const seal = await openSeal(platform, 'saml-key')
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  return { purpose, sealed: seal.close(privateKey, `${town.id} ${purpose}`), certificate: selfSignedCertificate(privateKey, town.name, platform.now()) }
}

async function open(platform: Platform, tenantId: string, rows: readonly SamlKeyRow[]): Promise<SamlKeys> {
  const seal = await openSeal(platform, 'saml-key')
  const pair = (purpose: SamlKeyRow['purpose']) => {
    const row = rows.find((one) => one.purpose === purpose)
    if (!row) throw new Error(`The key for ${purpose} is missing.`)
    return { key: seal.open(row.sealed, `${tenantId} ${purpose}`), certificate: row.certificate }
  }
  const [signing, encryption] = [pair('signing'), pair('encryption')]
  return { signingKey: signing.key, signingCertificate: signing.certificate, encryptionKey: encryption.key, encryptionCertificate: encryption.certificate }
}
