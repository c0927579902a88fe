import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Platform } from '@modellregion/kernel'
import { algorithms, type Algorithm } from './key-rules.ts'
import { insertSigningKey, listSigningKeys, type SigningKeyRow } from './queries.ts'
import { openSeal } from './seal.ts'

export type Place = { platform: Platform; tenantId: string }
/** A unit of work of this service in the town. */
export const enter = ({ platform, tenantId }: Place, access: 'read' | 'write') => ({ tenant: tenantId, service: 'citizen-id', access, now: platform.now() })

/** All published keys of a town with their private parts, the signing ones first. Makes the first set when there is none. */
export async function signingKeys(place: Place): Promise<JWK[]> {
  const known = await place.platform.database.unit(enter(place, 'read'), listSigningKeys)
  const missing = algorithms.filter((algorithm) => !known.some((key) => key.algorithm === algorithm && key.state === 'active'))
  if (missing.length === 0) return await openAll(place, known)
  await Promise.all(missing.map((algorithm) => addKey(place, algorithm, 'active')))
  return await openAll(place, await place.platform.database.unit(enter(place, 'read'), listSigningKeys))
}

/** Makes a key pair and keeps it encrypted. Returns its id. */
export async function addKey(place: Place, algorithm: Algorithm, state: SigningKeyRow['state']): Promise<string> {
  const key = await newKey(place, algorithm)
  await place.platform.database.unit(enter(place, 'write'), (db) => insertSigningKey(db, { ...key, state }))
  return key.kid
}

/** A fresh key pair, encrypted; nothing is written yet. */
export async function newKey({ platform, tenantId }: Place, algorithm: Algorithm): Promise<{ kid: string; algorithm: Algorithm; sealed: string }> {
  const seal = await openSeal(platform, 'signing-key')
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const kid = randomBytes(9).toString('base64url')
  return { kid, algorithm, sealed: seal.close(JSON.stringify(await exportJWK(privateKey)), `${tenantId} ${kid}`) }
}

async function openAll({ platform, tenantId }: Place, rows: readonly SigningKeyRow[]): Promise<JWK[]> {
  const seal = await openSeal(platform, 'signing-key')
  return rows.map(({ kid, algorithm, sealed }) => ({ ...(JSON.parse(seal.open(sealed, `${tenantId} ${kid}`)) as JWK), kid, alg: algorithm, use: 'sig' })) // written by addKey
}
