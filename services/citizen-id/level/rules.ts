import type { Credential, Level, Person } from '../person/schema.ts'

/**
 * A way of signing in, as the person sees it. `demo` exists in demonstrations only.
 * `code` is the one-time way into an account by recovery or invitation.
 */
export type Method = 'password' | 'password-totp' | 'passkey' | 'pass' | 'eid' | 'bundid' | 'wallet' | 'code' | 'demo'

const rank: Readonly<Record<Level, number>> = { low: 0, substantial: 1, high: 2 }
export const isAtLeast = (level: Level, wanted: Level): boolean => rank[level] >= rank[wanted]
export const lower = (a: Level, b: Level): Level => (rank[a] <= rank[b] ? a : b)
export const higher = (a: Level, b: Level): Level => (rank[a] >= rank[b] ? a : b)

/** eIDAS addresses of the levels, as `acr` carries them (Commission Implementing Regulation (EU) 2015/1502). */
export const acrOf: Readonly<Record<Level, string>> = {
  low: 'http://eidas.europa.eu/LoA/low',
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  high: 'http://eidas.europa.eu/LoA/high',
}
export const levelOfAcr = (acr: string | undefined): Level | undefined => (['low', 'substantial', 'high'] as const).find((level) => acrOf[level] === acr)

/** The lowest level that satisfies one of the `acr_values`; undefined when none is a level. */
export function lowestAcceptable(acrValues: readonly string[]): Level | undefined {
  const levels = acrValues.map(levelOfAcr).filter((level) => level !== undefined)
  return levels.length === 0 ? undefined : levels.reduce(lower)
}

/** What a key of a person counts as now: its lift, while that lasts, and never more than a key bound to one device allows. */
export function levelOfCredential({ deviceBound, liftedLevel, liftedUntil, revokedAt }: Pick<Credential, 'deviceBound' | 'liftedLevel' | 'liftedUntil' | 'revokedAt'>, now: Date): Level {
  if (revokedAt !== null || !deviceBound || liftedUntil === null || liftedUntil <= now) return 'low'
  // A derived identity is substantial at most, however it was proved (TR-03107-1: high needs the card itself).
  return lower(liftedLevel, 'substantial')
}

/** How surely the person counts as identified now. */
export const proofedNow = ({ proofedLevel, proofedUntil }: Pick<Person, 'proofedLevel' | 'proofedUntil'>, now: Date): Level =>
  proofedUntil === null || proofedUntil > now ? proofedLevel : 'low'

/**
 * The level of one sign-in. A password is low, with or without a second factor, because a false page can ask for both; keys
 * count by their own lift and by how surely the person is identified; the card, BundID and the wallet say their level themselves.
 */
export function levelOfSignIn(person: Pick<Person, 'proofedLevel' | 'proofedUntil'>, proof: { method: Method; asserted?: Level; credential?: Pick<Credential, 'deviceBound' | 'liftedLevel' | 'liftedUntil' | 'revokedAt'> }, now: Date): Level {
  switch (proof.method) {
    case 'password':
    case 'password-totp':
    case 'code':
      return 'low'
    case 'passkey':
    case 'pass':
      return proof.credential ? lower(levelOfCredential(proof.credential, now), proofedNow(person, now)) : 'low'
    case 'eid':
    case 'bundid':
    case 'wallet':
    case 'demo':
      return proof.asserted ?? 'low'
  }
}

/** Authentication methods of RFC 8176 (`amr`), and `phr` of the OpenID EAP ACR values where a false page gains nothing. */
export const amrOf: Readonly<Record<Method, readonly string[]>> = {
  password: ['pwd'],
  'password-totp': ['pwd', 'otp', 'mfa'],
  passkey: ['hwk', 'user', 'phr'],
  // Two channels: the screen that asks and the phone that answers.
  pass: ['hwk', 'user', 'mca', 'phr'],
  eid: ['sc', 'pin', 'mfa', 'phr'],
  bundid: ['ext'],
  // No `phr`: a code that is read by another device can be shown by a false page.
  wallet: ['hwk', 'user', 'mfa'],
  code: ['otp'],
  demo: ['demo'],
}

/** The way in that a session's `amr` stands for; `code` when none is known. */
export const methodOfAmr = (amr: readonly string[] = []): Method => (Object.keys(amrOf) as Method[]).find((method) => amrOf[method].join(' ') === amr.join(' ')) ?? 'code' // keys of that table
