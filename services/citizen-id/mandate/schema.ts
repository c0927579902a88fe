import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

/**
 * Why somebody may act for somebody else: parents for their child (§ 1629 BGB), a guardian (Betreuung) within the court's
 * areas (§§ 1814, 1815, 1823 BGB), an organ or agent of a company (Handelsregister), a power of attorney (§§ 164 ff. BGB).
 */
export const mandateKinds = ['parent', 'guardian', 'company', 'power-of-attorney'] as const
export type MandateKind = (typeof mandateKinds)[number]
export type MandateState = 'proposed' | 'active' | 'revoked' | 'ended' | 'declined'

/** What an officer has looked at before confirming. */
export const documents = ['birth-certificate', 'custody-decision', 'guardian-certificate', 'register-extract', 'written-power', 'other'] as const
export type EvidenceDocument = (typeof documents)[number]

export type Mandate = {
  id: string
  kind: MandateKind
  state: MandateState
  principalId: string | null
  principalName: string
  principalBirthDate: PlainDate | null
  registerNumber: string | null
  representativeId: string | null
  representativeLabel: string
  /** Ids of services and clients; empty: everything. */
  scope: string[]
  validFrom: Date
  validUntil: Date | null
  reference: string
  custody: 'joint' | 'sole' | null
  document: EvidenceDocument | null
  decidedAt: Date | null
  endedAt: Date | null
  createdAt: Date
}

export type EventKind = 'proposed' | 'requested' | 'taken' | 'accepted' | 'confirmed' | 'declined' | 'revoked' | 'given-up' | 'ended'
export type MandateEvent = { what: EventKind; byId: string | null; createdAt: Date }
export type MandateUse = { id: string; clientName: string; level: string; createdAt: Date }

const scope = Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$' }), { maxItems: 60 }))

/** Somebody gives a power of attorney. */
export const GrantForm = Type.Object({
  to: Type.Union([Type.Literal('code'), Type.Literal('user-name')]),
  userName: Type.Optional(Type.String({ maxLength: 80 })),
  extent: Type.Union([Type.Literal('all'), Type.Literal('some')]),
  scope,
  until: Type.String({ format: 'date' }),
})
export type GrantForm = Static<typeof GrantForm>

/** Somebody says for whom they may act by law or by register; an officer looks at the evidence. */
export const RequestForm = Type.Object({
  kind: Type.Union([Type.Literal('parent'), Type.Literal('guardian'), Type.Literal('company')]),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  birthDate: Type.Optional(Type.String({ format: 'date' })),
  registerNumber: Type.Optional(Type.String({ maxLength: 100 })),
  custody: Type.Optional(Type.Union([Type.Literal('joint'), Type.Literal('sole')])),
  extent: Type.Union([Type.Literal('all'), Type.Literal('some')]),
  scope,
  until: Type.Optional(Type.String({ format: 'date' })),
  reference: Type.String({ minLength: 2, maxLength: 200 }),
})
export type RequestForm = Static<typeof RequestForm>

export const CodeForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const ReviewForm = Type.Object({ document: Type.Union(documents.map((one) => Type.Literal(one))), seen: Type.Boolean() })
export const ForWhomForm = Type.Object({ who: Type.String({ maxLength: 40 }) })
