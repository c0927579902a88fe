import Type, { type Static } from 'typebox'

// What travels between browsers and the server. Bytes are base64url without padding (RFC 4648 § 5). docs/protocol.md says why.

const bytes = (length: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$` })
const sealed = (most: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: Math.ceil((most * 4) / 3) })
export const CaseId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
/** `person`, or the id of a confidant. */
export const Party = Type.String({ pattern: '^(?:person|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$' })

/** Public keys of somebody: Ed25519 for signatures, X25519 for what is sealed to them. */
export const PublicKeys = Type.Object({ sign: bytes(32), box: bytes(32) })
export type PublicKeys = Static<typeof PublicKeys>

/**
 * The n-th keys of a confidant in one town. Signed with the new key, and from the second one on also with the one before, so that
 * nobody swaps them unseen. `prev` is the hash of the statement before.
 */
export const KeyStatement = Type.Object({
  v: Type.Literal(1),
  tenant: Type.String(),
  confidant: Party,
  n: Type.Integer({ minimum: 1 }),
  sign: bytes(32),
  box: bytes(32),
  prev: Type.Union([bytes(32), Type.Null()]),
  signature: bytes(64),
  previousSignature: Type.Union([bytes(64), Type.Null()]),
})
export type KeyStatement = Static<typeof KeyStatement>

/** A key copy or a share for one party: sealed to the box key named by `box`. A copy with history (36 bytes for each earlier key) is longer. */
export const Copy = Type.Object({ to: Party, box: bytes(32), sealed: sealed(4096) })
export type Copy = Static<typeof Copy>

/**
 * Who can read from now on: one fresh symmetric key, a copy for each reader, and shares of it for those who together can open it when no
 * reader is left (`threshold` of them; 0: no escrow). Whoever is excluded stands in neither list. Epochs form a chain by `prev`.
 */
export const Epoch = Type.Object({
  v: Type.Literal(1),
  tenant: Type.String(),
  case: CaseId,
  epoch: Type.Integer({ minimum: 1 }),
  by: Party,
  /** Envelopes from this sequence number on use this key. */
  from: Type.Integer({ minimum: 0 }),
  threshold: Type.Integer({ minimum: 0, maximum: 9 }),
  copies: Type.Array(Copy, { minItems: 1, maxItems: 40 }),
  shares: Type.Array(Copy, { maxItems: 40 }),
  prev: Type.Union([bytes(32), Type.Null()]),
  /** Hash of the key: all copies and joined shares are the same key, or are refused. */
  commit: bytes(32),
  /** Made with the key of the epoch before: whoever changes the readers could read. Null in the first epoch. */
  proof: Type.Union([bytes(32), Type.Null()]),
  signature: bytes(64),
})
export type Epoch = Static<typeof Epoch>

/** One sealed message. `to` is the hash of the epoch (and so of everybody who can read), `prev` the hash of the envelope before. */
export const Envelope = Type.Object({
  v: Type.Literal(1),
  tenant: Type.String(),
  case: CaseId,
  epoch: Type.Integer({ minimum: 1 }),
  seq: Type.Integer({ minimum: 0 }),
  from: Party,
  to: bytes(32),
  prev: Type.Union([bytes(32), Type.Null()]),
  nonce: bytes(24),
  body: sealed(70_000),
  signature: bytes(64),
})
export type Envelope = Static<typeof Envelope>

/** Everything of one case as the server hands it out; nothing in it is trusted before `verifyThread` has read it. */
export const Thread = Type.Object({
  tenant: Type.String(),
  case: CaseId,
  person: PublicKeys,
  epochs: Type.Array(Epoch),
  envelopes: Type.Array(Envelope),
})
export type Thread = Static<typeof Thread>

/** Private keys, wrapped with a key derived from a key phrase by Argon2id. */
export const Vault = Type.Object({
  v: Type.Literal(1),
  salt: bytes(16),
  opslimit: Type.Integer({ minimum: 1, maximum: 10 }),
  memlimit: Type.Integer({ minimum: 8_388_608, maximum: 268_435_456 }),
  nonce: bytes(24),
  wrapped: sealed(8_192),
})
export type Vault = Static<typeof Vault>

/** A proof of work the server asks for. `difficulty`: the solver needs 2^difficulty hashes on average; `expires` in seconds since 1970. */
export const Challenge = Type.Object({ salt: bytes(16), difficulty: Type.Integer({ minimum: 4, maximum: 28 }), expires: Type.Integer({ minimum: 0 }), signature: bytes(32) })
export type Challenge = Static<typeof Challenge>
/** The challenge and, for each of its sixteen parts, a number whose hash has enough zero bits. */
export const Work = Type.Object({ challenge: Challenge, solution: Type.Array(Type.Integer({ minimum: 0, maximum: 0xffffffff }), { minItems: 16, maxItems: 16 }) })
export type Work = Static<typeof Work>
