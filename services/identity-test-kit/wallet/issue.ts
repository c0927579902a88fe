import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { SignJWT } from 'jose'
import type { Platform } from '@modellregion/kernel'
import type { KeyPair } from './certificate.ts'
import { chainOf, keysOf } from './keys.ts'
import { statusIndexOf, walletPeople, type WalletPerson } from './people.ts'

/** A claim that can be shown or kept: its path and its disclosure, and those above it that have to be shown with it. */
export type Disclosable = { path: readonly string[]; disclosure: string }
/** An identity as it lies in the wallet: signed part, what can be shown, and the holder's key for this one copy. */
export type Credential = { issued: string; disclosables: readonly Disclosable[]; holder: KeyPair }

/** Changes for attack tests. */
export type IssueWish = { status?: 'none' | { uri: string; index: number }; until?: Date; from?: Date; vct?: string }

/** Where the simulated issuer says what is revoked. */
export const statusAddress = (origin: string): string => `${origin}/identity-test-kit/wallet/status`

/**
 * Issues one copy of an identity (SD-JWT VC) with a key of its own, as issuers do it in batches: no two presentations can be told to be of one person by key
 * or signature. Every claim can be shown alone, nested ones recursively (RFC 9901, 4.2.6).
 */
export async function issueCopy(platform: Platform, origin: string, person: WalletPerson, now: Date, wish: IssueWish = {}): Promise<Credential> {
  const signer = person.state === 'untrusted' ? 'stranger' : 'state'
  const holder = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { _sd, disclosables } = concealed(person.claims, [])
  const { kty, crv, x, y } = holder.publicKey.export({ format: 'jwk' })
  const day = 24 * 3_600
  const seconds = Math.floor(now.getTime() / 1_000)
  const until = wish.until ? Math.floor(wish.until.getTime() / 1_000) : person.state === 'expired' ? seconds - day : seconds + 14 * day
  const place = typeof wish.status === 'object' ? { uri: wish.status.uri, idx: wish.status.index } : { uri: statusAddress(origin), idx: statusIndexOf(person) }
  const payload = {
    iss: `${origin}/identity-test-kit/wallet`,
    vct: wish.vct ?? person.vct,
    iat: seconds - 15 * day,
    exp: until,
    ...(wish.from && { nbf: Math.floor(wish.from.getTime() / 1_000) }),
    cnf: { jwk: { kty, crv, x, y } },
    ...(wish.status !== 'none' && { status: { status_list: place } }),
    _sd_alg: 'sha-256',
    _sd,
  }
  const issued = await new SignJWT(payload as Record<string, unknown>).setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', x5c: await chainOf(platform, signer) }).sign((await keysOf(platform, signer)).privateKey)
  return { issued, disclosables, holder }
}

function concealed(claims: Readonly<Record<string, unknown>>, above: readonly string[]): { _sd: string[]; disclosables: Disclosable[] } {
  const disclosables: Disclosable[] = []
  const digests = [randomBytes(32).toString('base64url')] // one that means nothing, so that nobody can count
  for (const [name, value] of Object.entries(claims)) {
    const path = [...above, name]
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? concealed(value as Record<string, unknown>, path) : undefined
    const disclosure = Buffer.from(JSON.stringify([randomBytes(16).toString('base64url'), name, inner ? { _sd: inner._sd } : value])).toString('base64url')
    digests.push(createHash('sha256').update(disclosure).digest('base64url'))
    disclosables.push({ path, disclosure }, ...(inner?.disclosables ?? []))
  }
  return { _sd: digests.toSorted(), disclosables }
}

/** The signed list of what is revoked (Token Status List, 5.1): one bit each. */
export async function statusList(platform: Platform, origin: string, now: Date): Promise<string> {
  const bytes = Buffer.alloc(512)
  for (const person of walletPeople) {
    const index = statusIndexOf(person)
    if (person.state === 'revoked') bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7))
  }
  return await new SignJWT({ sub: statusAddress(origin), ttl: 60, status_list: { bits: 1, lst: deflateSync(bytes).toString('base64url') } })
    .setProtectedHeader({ alg: 'ES256', typ: 'statuslist+jwt', x5c: await chainOf(platform, 'state') })
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + 3_600_000))
    .sign((await keysOf(platform, 'state')).privateKey)
}
