import { Type } from 'typebox'
import type { Level } from '../person/schema.ts'

/** One time at which the identity was used: who asked, which data went there, on what ground. */
export type Use = {
  id: string
  clientId: string
  clientName: string
  purpose: string
  legalBasis: string
  /** Scopes of OpenID Connect, or names of single claims. */
  claims: string[]
  level: Level
  method: string
  /** On whose behalf; null: for themselves. */
  behalf: string | null
  createdAt: Date
}

export type Office = { clientId: string; clientName: string; count: number }

/** Spans of the filter, in days; `all` is everything that is kept (two years). */
export const spans = ['30', '90', '365', 'all'] as const
export type Span = (typeof spans)[number]

export const UseQuery = Type.Object(
  { office: Type.Optional(Type.String({ maxLength: 100 })), span: Type.Optional(Type.Union(spans.map((span) => Type.Literal(span)))), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) },
  { additionalProperties: true },
)

/** A session at the town's provider, with the services it was used for. */
export type OwnSession = { uid: string; acr: string | null; amr: string[]; signedInAt: Date | null; expiresAt: Date; clients: { id: string; name: string | null; sid: string | null }[] }

/** What a person has agreed to: a service that may receive data. */
export type Consent = { clientId: string; name: string | null; office: string; purpose: string; legalBasis: string; scopes: string[]; since: Date; until: Date | null }
