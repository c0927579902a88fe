import type { PlainDate } from '@modellregion/standards'

/** How surely a person is known: eIDAS low (Basisregistrierung), substantial, high. */
export type Level = 'low' | 'substantial' | 'high'

/** Where the proof of an identity came from. */
export type ProofSource = 'registration' | 'eid' | 'bundid' | 'wallet' | 'counter' | 'migration' | 'scim' | 'demo'

export type PostalAddress = { street: string; postcode: string; place: string; country?: string }

/** Somebody whom the town's identity provider knows. `id` is also the id of the account in the platform. */
export type Person = {
  id: string
  userName: string | null
  givenNames: string
  familyName: string
  email: string | null
  emailVerifiedAt: Date | null
  birthDate: PlainDate | null
  address: PostalAddress | null
  /** How surely the person was identified, by what, and until when that counts (null: without end, for `low`). */
  proofedLevel: Level
  proofedBy: ProofSource
  proofedUntil: Date | null
  lockedAt: Date | null
  lastUsedAt: Date
  createdAt: Date
}

/** A WebAuthn key of a person: a passkey of a browser, or the Pass on a phone. */
export type Credential = {
  id: string
  personId: string
  kind: 'passkey' | 'pass'
  name: string
  webauthnId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  aaguid: string | null
  /** False for keys that a maker's cloud copies to other devices. */
  deviceBound: boolean
  liftedLevel: Level
  liftedBy: string
  liftedUntil: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  createdAt: Date
}

export type LevelEvent = { id: string; credentialId: string | null; level: Level; cause: LevelCause; until: Date | null; createdAt: Date }

/** Why the level changed; each is a word `level.cause.<cause>`. */
export type LevelCause =
  | 'registered'
  | 'eid'
  | 'bundid'
  | 'wallet'
  | 'counter'
  | 'migrated'
  | 'demo'
  | 'device-lifted'
  | 'device-lost'
  | 'expired'
  | 'recovered'
  | 'withdrawn'
