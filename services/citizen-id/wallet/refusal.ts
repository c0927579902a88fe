/**
 * Why an answer of a wallet was not believed. The person is told what helps (`wallet.failed.<told>`), the wallet the code of OpenID4VP,
 * the log this word.
 */
export type Reason =
  | 'malformed'
  | 'unencrypted'
  | 'not-for-this-request'
  | 'signature'
  | 'untrusted'
  | 'type'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'status-unknown'
  | 'no-holder-proof'
  | 'holder'
  | 'audience'
  | 'nonce'
  | 'stale'
  | 'tampered'
  | 'missing-claim'
  | 'unsolicited-claim'
  | 'declined'

/** What the person is told; everything that only an attack or a broken wallet does is `invalid`. */
export type Told = 'expired' | 'revoked' | 'untrusted' | 'status-unknown' | 'missing-claim' | 'declined' | 'invalid'

const told: ReadonlySet<string> = new Set<Told>(['expired', 'revoked', 'untrusted', 'status-unknown', 'missing-claim', 'declined'])
export const toldOf = (reason: Reason): Told => (told.has(reason) ? (reason as Told) : 'invalid') // members of both, by the line before

/** Thrown inside of the check only; `verifyAnswer` makes a value of it. */
export class RefusedPresentation extends Error {
  readonly reason: Reason
  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

export function refuse(reason: Reason): never {
  throw new RefusedPresentation(reason)
}
