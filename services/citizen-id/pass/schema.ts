import type { Level } from '../person/schema.ts'

/** What the phone shows before anybody confirms: who asks, for what, which data, and where it began. */
export type PassContext = {
  /** Id and name of whoever asks; an empty name is the town itself. */
  clientId: string
  clientName: string
  /** Host to which the person goes on. */
  host: string
  purpose: string
  /** Scopes: which data leave. */
  claims: string[]
  /** Browser and system of the screen; empty without one. */
  browser: string
  /** Words of the asking service, shown as they are (CIBA `binding_message`). */
  message: string
}

export type PassState = 'waiting' | 'seen' | 'approved' | 'declined' | 'used'
export type DeclineReason = 'not-me' | 'wrong-number' | 'replaced'

export type PassRequest = {
  id: string
  origin: 'screen' | 'ciba'
  state: PassState
  reason: DeclineReason | null
  /** What is needed to tell whoever asked, encrypted by them (CIBA). */
  handle: string | null
  context: PassContext
  wanted: Level | null
  number: number
  personId: string | null
  credentialId: string | null
  level: Level | null
  decidedAt: Date | null
  expiresAt: Date
  createdAt: Date
}

export type Pairing = { id: string; personId: string; credentialId: string; newCredentialId: string | null; expiresAt: Date }
