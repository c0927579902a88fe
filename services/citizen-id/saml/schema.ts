import type { PlainDate } from '@modellregion/standards'
import type { Level, PostalAddress } from '../person/schema.ts'

/** Where an identity comes from: an eID card by an eID server, an account of BundID, or a wallet of the European Union. */
export type Source = 'eid' | 'bundid' | 'wallet'
/** Those that speak SAML. */
export type SamlSource = Exclude<Source, 'wallet'>

/** What an identity provider outside has said about a person, checked. */
export type ForeignIdentity = {
  source: Source
  /** The name of the person there: pseudonym of the card (restricted identification), bPK2. Never shown, kept as a keyed hash. */
  subject: string
  level: Level
  givenNames?: string
  familyName?: string
  /** Absent when the document names no full day. */
  birthDate?: PlainDate
  address?: PostalAddress
  email?: string
  /** Letters of the document as the card says them: ID, AR, UB. */
  documentType?: string
}

/** Why nobody was identified: the person stopped, the document does not count any more, the level was not reached, or something else. */
export type Failure = 'cancelled' | 'invalid-document' | 'too-low' | 'failed'

/** The end of a sign-in elsewhere. */
export type Outcome = { ok: true; identity: ForeignIdentity } | { ok: false; failure: Failure }

/** A sign-in elsewhere that was begun for a waiting sign-in here. */
export type ForeignSignIn = {
  id: string
  source: Source
  /** The waiting sign-in of the provider, which the browser's cookie names. */
  interaction: string
  /** `ID` of our request, to which the answer refers. */
  requestId: string
  wanted: Level | null
  /** The outcome, encrypted, once there is one. */
  sealed: string | null
  /** The person wants it connected with the account in which they sign in next. */
  wantsConnection: boolean
}

/** An assertion as it was read, before anything about it was believed. */
export type Assertion = {
  id: string
  issuer: string
  audiences: readonly string[]
  /** Of the one bearer confirmation. */
  recipient: string | undefined
  inResponseTo: string | undefined
  notOnOrAfter: string | undefined
  /** Of the conditions. */
  conditionsNotBefore: string | undefined
  conditionsNotOnOrAfter: string | undefined
  issuedAt: string | undefined
  /** `AuthnContextClassRef` or `AuthnContextDeclRef`. */
  context: string | undefined
}
