import type { KeyObject, X509Certificate } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { pidTypes, queryId, isSolicited, type Wish } from './query.ts'
import { RefusedPresentation, refuse, type Reason } from './refusal.ts'
import { digestOf, restoreClaims, splitSdJwt } from './sd-jwt.ts'
import { statusPlace, type StatusPlace } from './status-list.ts'
import { trustedKey } from './trust.ts'

/** What an answer has to fit: who asked, with which nonce, for what, and whom we believe. */
export type Expected = { clientId: string; nonce: string; wish: Wish; roots: readonly X509Certificate[]; now: Date }

/** Says whether the credential is still good: 0 is. @throws RefusedPresentation when nobody can say */
export type AskStatus = (place: StatusPlace) => Promise<number>

export type Verified = { ok: true; claims: Readonly<Record<string, unknown>> } | { ok: false; reason: Reason }

/** Clocks of phones may be wrong by this much, in seconds. */
const skew = 300

/**
 * Checks the `vp_token` of an answer (OpenID4VP 1.0, 8.6; RFC 9901, 7.3; SD-JWT VC; HAIP 1.0, 5 and 6.1): one presentation of one identity, signed by an
 * issuer below our roots, of the asked type, valid, not revoked, with nothing that was not asked for, and held by whoever answers, for us and this
 * very request.
 */
export async function verifyAnswer(vpToken: unknown, expected: Expected, askStatus: AskStatus): Promise<Verified> {
  try {
    return { ok: true, claims: await check(thePresentation(vpToken), expected, askStatus) }
  } catch (error) {
    if (error instanceof RefusedPresentation) return { ok: false, reason: error.reason }
    throw error
  }
}

function thePresentation(vpToken: unknown): string {
  const entries = typeof vpToken === 'object' && vpToken !== null ? Object.entries(vpToken) : []
  const [entry] = entries
  if (entries.length !== 1 || !entry) return refuse('malformed')
  const [id, presentations] = entry
  if (id !== queryId || !Array.isArray(presentations) || presentations.length !== 1 || typeof presentations[0] !== 'string') return refuse('malformed')
  return presentations[0]
}

async function check(presentation: string, expected: Expected, askStatus: AskStatus): Promise<Record<string, unknown>> {
  const { issued, disclosures, keyBinding, covered } = splitSdJwt(presentation)
  const header = readHeader(issued)
  if (header.typ !== 'dc+sd-jwt') refuse('type')
  const signed = await readSigned(issued, trustedKey(header.x5c, expected.roots, expected.now), ['ES256', 'ES384', 'ES512'])
  const { claims, disclosed } = restoreClaims(signed as never, disclosures) // JSON, parsed a line above
  checkType(claims)
  checkTime(claims, expected.now)
  // What the issuer binds must not be up to the holder to show or to hide (SD-JWT VC, 3.2.2.2).
  if (disclosed.some(([first]) => typeof first === 'string' && ['iss', 'nbf', 'exp', 'cnf', 'vct', 'status'].includes(first))) refuse('tampered')
  await checkHolder(keyBinding, claims['cnf'], digestOf(covered), expected)
  if (!isSolicited(disclosed, expected.wish)) refuse('unsolicited-claim')
  await checkStatus(claims['status'], askStatus)
  return claims
}

function checkType(claims: Readonly<Record<string, unknown>>): void {
  if (!(pidTypes as readonly unknown[]).includes(claims['vct'])) refuse('type')
}

function checkTime({ nbf, exp, iat }: Readonly<Record<string, unknown>>, now: Date): void {
  const seconds = now.getTime() / 1_000
  for (const moment of [nbf, exp, iat]) if (moment !== undefined && typeof moment !== 'number') refuse('malformed')
  if (typeof nbf === 'number' && nbf > seconds + skew) refuse('not-yet-valid')
  if (typeof iat === 'number' && iat > seconds + skew) refuse('not-yet-valid')
  // An identity without an end is none of those we know (CIR (EU) 2024/2977, annex, table 5).
  if (typeof exp !== 'number') return refuse('malformed')
  if (exp <= seconds) refuse('expired')
}

async function checkStatus(status: unknown, askStatus: AskStatus): Promise<void> {
  const place = statusPlace(status)
  if (place && (await askStatus(place)) !== 0) refuse('revoked')
}

/** The holder's proof: by the key in the credential, over exactly what was sent, for us, for this request, made now (RFC 9901, 7.3). */
async function checkHolder(proof: string, cnf: unknown, hash: string, { clientId, nonce, now }: Expected): Promise<void> {
  const jwk = typeof cnf === 'object' && cnf !== null ? (cnf as { jwk?: JWK }).jwk : undefined
  if (jwk?.kty !== 'EC' || jwk.crv !== 'P-256' || 'd' in jwk) return refuse('holder')
  if (readHeader(proof).typ !== 'kb+jwt') refuse('holder')
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '' }, 'ES256').catch(() => refuse('holder'))
  const { aud, nonce: said, sd_hash: covered, iat } = await readSigned(proof, key as CryptoKey, ['ES256'], 'holder')
  if (aud !== clientId) refuse('audience')
  if (said !== nonce) refuse('nonce')
  if (covered !== hash) refuse('tampered')
  if (typeof iat !== 'number' || Math.abs(iat - now.getTime() / 1_000) > skew) refuse('stale')
}

async function readSigned(jws: string, key: KeyObject | CryptoKey, algorithms: string[], reason: Reason = 'signature'): Promise<Record<string, unknown>> {
  const { payload } = await compactVerify(jws, key, { algorithms }).catch(() => refuse(reason))
  const value: unknown = parse(Buffer.from(payload).toString('utf8'))
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : refuse('malformed')
}

function readHeader(jws: string): { typ?: string; x5c?: unknown } {
  try {
    return decodeProtectedHeader(jws)
  } catch {
    return refuse('malformed')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('malformed')
  }
}
