import { Type, type Static } from 'typebox'
import type { ReuseClass, ReuseFile, ReuseFinding } from '@modellregion/contracts'
import type { PlainDate } from '@modellregion/standards'
import type { LocalisedText } from '../shelf/schema.ts'

export type { ReuseFile, ReuseFinding }

/** `installing` and `updating`: something is being written and is repeated until it stands. */
export type InstallationState = 'installing' | 'running' | 'updating' | 'ended'

/** What a town has taken over, and the files that both sides had in common the last time. */
export type Installation = {
  readonly id: string
  readonly entryId: string
  readonly entryTown: string
  readonly title: LocalisedText
  /** Under which it was taken over, or last brought up to date. */
  readonly licence: string
  /** Null where it was taken over before these were kept. */
  readonly class: ReuseClass | null
  readonly languages: readonly string[] | null
  readonly sourceUrl: string | null
  /** `<service>.<kind>` */
  readonly kind: string
  readonly localRef: string | null
  readonly href: string | null
  readonly state: InstallationState
  readonly versionNumber: number
  readonly versionLabel: string
  /** What both sides have in common: the files, and title and summary as parts where the kind keeps them apart; see rules/parts.ts. */
  readonly base: readonly ReuseFile[]
  /** Of the files alone, as the entry's version and its package have it. */
  readonly baseSha256: string
  readonly pending: Pending | null
  readonly updates: number
  readonly merges: number
  readonly changedAt: Date
  readonly createdAt: Date
}

/**
 * What is being written, and what both sides have in common once it stands, both as parts. `both`: both sides had changed. `over`: the state of the
 * town's thing that it was made from, null when there was none; absent in a first installation. `licence`: that of the thing from then on; absent: as it is.
 */
export type Pending = { readonly key: string; readonly kind: 'install' | 'update' | 'restore'; readonly files: readonly ReuseFile[]; readonly base: readonly ReuseFile[]; readonly versionNumber: number; readonly versionLabel: string; readonly both: boolean; readonly over?: string | null; readonly licence?: string }

export type VersionReason = 'before-update' | 'before-restore' | 'found'
/** An earlier state of the town's own thing, as parts. */
export type InstallationVersion = { readonly number: number; readonly reason: VersionReason; readonly files: readonly ReuseFile[]; readonly sha256: string; readonly base: readonly ReuseFile[]; readonly versionNumber: number; readonly versionLabel: string; /** Null where it was kept before licences were. */ readonly licence: string | null; readonly createdAt: Date }

export const consents = ['named', 'named-report', 'counted'] as const
export type Consent = (typeof consents)[number]
export const adoptionStates = ['planned', 'running', 'ended'] as const
export type AdoptionState = (typeof adoptionStates)[number]

/** A line of the register. Amounts in integer cents, effort in working days. */
export type Adoption = {
  readonly id: string
  readonly town: string
  readonly published: boolean
  readonly entryId: string
  readonly consent: Consent
  readonly state: AdoptionState
  readonly versionLabel: string
  readonly since: PlainDate
  readonly endedOn: PlainDate | null
  readonly effortDays: number | null
  readonly onceCents: number | null
  readonly yearlyCents: number | null
  readonly contactOffice: string
  readonly contactEmail: string | null
  readonly changedAt: Date
  readonly createdAt: Date
}
export type LessonKind = 'worked' | 'beware'
export type Lesson = { readonly adoptionId: string; readonly kind: LessonKind; readonly town: string; readonly text: string; readonly createdAt: Date }

export const evidenceKinds = ['installed', 'running', 'updated', 'merged', 'reported', 'contact', 'running-6', 'running-12'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export type Evidence = { readonly entryId: string; readonly townHash: string; readonly kind: EvidenceKind; readonly named: boolean }

const consent = Type.Union([Type.Literal('named'), Type.Literal('named-report'), Type.Literal('counted')])
export const AdoptForm = Type.Object({ consent, id: Type.String({ format: 'uuid' }) })
const money = Type.Optional(Type.String({ maxLength: 20 }))

/** What an adopting town tells. Amounts as people write them; schema order is page order. */
export const ReportForm = Type.Object({
  consent,
  state: Type.Union([Type.Literal('planned'), Type.Literal('running')]),
  since: Type.String({ format: 'date' }),
  versionLabel: Type.Optional(Type.String({ maxLength: 60 })),
  effortDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  once: money,
  yearly: money,
  worked: Type.Optional(Type.String({ maxLength: 1_000 })),
  beware: Type.Optional(Type.String({ maxLength: 1_000 })),
  contactOffice: Type.Optional(Type.String({ maxLength: 120 })),
  contactEmail: Type.Optional(Type.String({ maxLength: 254, format: 'email' })),
})
export type ReportForm = Static<typeof ReportForm>

/** A line of the register as programs get it. */
export const PublicAdoption = Type.Object({
  town: Type.String(),
  entry: Type.String({ format: 'uuid' }),
  title: Type.String(),
  version: Type.String(),
  state: Type.String(),
  since: Type.String({ format: 'date' }),
  effortDays: Type.Union([Type.Integer(), Type.Null()]),
  onceCents: Type.Union([Type.Integer(), Type.Null()]),
  yearlyCents: Type.Union([Type.Integer(), Type.Null()]),
  contactOffice: Type.String(),
  url: Type.String(),
})
export type PublicAdoption = Static<typeof PublicAdoption>
