import Type, { type Static } from 'typebox'
import type { DeadlineState } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { Lane } from '../crypto/message.ts'
import { CaseId, Envelope, Epoch, PublicKeys, Work, type KeyStatement, type Thread } from '../crypto/schema.ts'
import type { DeskSelf, Directory } from '../office/schema.ts'

// What the routes of a case take and give. docs/protocol.md, "Interfaces".

/** Names a case towards the server: 32 bytes, base64url. Only its keyed hash is kept. */
export const Lookup = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** The way without calculating: waited for instead. `from` and `expires` in seconds since 1970. */
export const Ticket = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }), from: Type.Integer({ minimum: 0 }), expires: Type.Integer({ minimum: 0 }), signature: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
export type Ticket = Static<typeof Ticket>

export const StartBody = Type.Object({
  work: Type.Union([Work, Type.Object({ ticket: Ticket })]),
  case: CaseId,
  lookup: Lookup,
  keys: PublicKeys,
  epoch: Epoch,
  envelope: Envelope,
  /** Counted and not kept with the case. */
  topic: Type.String({ maxLength: 40 }),
})
export type StartBody = Static<typeof StartBody>

export const MessageBody = Type.Object({ envelope: Envelope, epoch: Type.Optional(Epoch) })
export const ReportBody = Type.Object({ envelope: Envelope })

/** What a confidant's envelope does to the periods, said by them, because the server reads nothing. */
export const acts = ['receipt', 'feedback', 'close'] as const
export type Act = (typeof acts)[number]
export const DeskMessageBody = Type.Object({ envelope: Envelope, epoch: Type.Optional(Epoch), act: Type.Optional(Type.Union(acts.map((act) => Type.Literal(act)))) })

/** Why a promised answer takes longer: a list, so that no sentence about a case lands in the audit. */
export const extensionReasons = ['absence', 'advice-needed', 'many-cases'] as const
export type ExtensionReason = (typeof extensionReasons)[number]
export const ExtendBody = Type.Object({ rule: Type.Optional(Type.Union([Type.Literal('promise'), Type.Literal('receipt'), Type.Literal('feedback')])), reason: Type.Union(extensionReasons.map((reason) => Type.Literal(reason))) })

export const clockRules = ['receipt', 'feedback', 'promise'] as const
export type ClockRule = (typeof clockRules)[number]
export type Clock = { readonly rule: ClockRule; readonly dueOn: PlainDate; readonly state: DeadlineState; readonly extended: boolean }

export type CaseState = 'open' | 'closed'
/** The case as both sides get it. */
export type CaseView = {
  readonly thread: Thread
  readonly keys: Readonly<Record<string, KeyStatement[]>>
  readonly lane: Lane
  readonly state: CaseState
  readonly opened: PlainDate
  readonly clocks: readonly Clock[]
  /** Day of arrival of each envelope, by its number. */
  readonly receivedDays: readonly PlainDate[]
  readonly surveyOpen: boolean
  /** First day without it, once it is closed. */
  readonly eraseOn: PlainDate | null
  /** Nobody who can read is there: who could be added, by their id. Empty otherwise. */
  readonly substitutes: readonly string[]
}

export type InboxEntry = {
  readonly town: string
  readonly case: string
  readonly lane: Lane
  readonly state: CaseState
  readonly opened: PlainDate
  readonly lastSeq: number
  readonly lastFrom: string
  readonly lastDay: PlainDate
  readonly mine: 'reader' | 'holder'
  readonly readers: readonly string[]
  readonly next: Clock | null
}
/** `more`: the towns in which there are further cases; `GET …/inbox` pages through them. */
export type DeskState = { readonly me: readonly DeskSelf[]; readonly directories: Readonly<Record<string, Directory>>; readonly inbox: readonly InboxEntry[]; readonly more: readonly string[] }

/** What the server keeps of a case. */
export type CaseFile = {
  readonly id: string
  readonly signKey: string
  readonly boxKey: string
  readonly lane: Lane
  readonly state: CaseState
  readonly openedOn: PlainDate
  readonly declaredOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly eraseOn: PlainDate | null
  readonly headSeq: number
  readonly headHash: string | null
  readonly headFrom: string
  readonly headDay: PlainDate
  readonly epoch: number
  readonly surveyOpen: boolean
}

/** An expected refusal: a code of this slice, and the status it is told with. */
export type Refusal = { readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503; readonly code: RefusalCode; readonly expected?: number }
export type RefusalCode =
  | 'work-invalid' | 'work-spent' | 'work-expired' | 'ticket-early' | 'line-full' | 'case-known'
  | 'foreign' | 'epoch-invalid' | 'epoch-signature' | 'party-unknown' | 'too-many' | 'envelope-signature' | 'envelope-length' | 'sender' | 'sequence' | 'not-reader'
  | 'not-your-case' | 'kept-by-law' | 'report-already' | 'nothing-to-do' | 'not-extendable' | 'extended-enough'
  | 'file-length' | 'file-full' | 'escrow-has-readers' | 'escrow-none' | 'escrow-open' | 'escrow-over' | 'no-keys'
