import { Type, type Static } from 'typebox'
import type { Cents, PlainDate } from '@modellregion/standards'

/** Rules for municipalities (ANBest-G) or for all others (ANBest-P); which ones hold says the notice. */
export const termsOfGrants = ['ANBest-G', 'ANBest-P'] as const
export type Terms = (typeof termsOfGrants)[number]
/** Anteil-, Festbetrags-, Fehlbedarfs- and Vollfinanzierung (VV no. 2 to § 44 LHO NRW). */
export const financings = ['share', 'fixed', 'gap', 'full'] as const
export type Financing = (typeof financings)[number]
/** A line spends, or brings in the own share, the grant, or money of third parties. */
export const sides = ['spending', 'own', 'grant', 'third'] as const
export type Side = (typeof sides)[number]

/** A notice or its change; the one with the highest number holds. */
export type Notice = {
  readonly project: string
  readonly number: number
  readonly purpose: string
  readonly authority: string
  readonly reference: string
  readonly noticedOn: PlainDate
  readonly terms: Terms
  readonly financing: Financing
  /** Ten-thousandths; only where a share is financed. */
  readonly rateBp: number | null
  readonly mostCents: Cents
  readonly retainedCents: Cents
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly boundUntil: PlainDate | null
  readonly lineLimitBp: number
  /** Months to use money in after it was paid. */
  readonly useMonths: number
  /** Months after a financial year for its interim statement; null: none is asked for. */
  readonly interimMonths: number | null
  /** Months after the period for the final statement. */
  readonly finalMonths: number
  /** Repayments and interest up to these amounts are not claimed; 0: every cent is. */
  readonly trifleCents: Cents
  readonly trifleInterestCents: Cents
  readonly reason: string
  readonly createdAt: Date
}
export type NewNotice = Omit<Notice, 'createdAt'>

export type Line = { readonly key: string; readonly position: number; readonly side: Side; readonly title: string; readonly plannedCents: Cents }

export type CallState = 'draft' | 'sent' | 'paid' | 'refused'
/** A call for funds: money for what falls due in a limited time. */
export type Call = {
  readonly id: string
  readonly project: string
  readonly number: number
  readonly neededFrom: PlainDate
  readonly neededUntil: PlainDate
  readonly amountCents: Cents
  readonly reason: string
  readonly state: CallState
  readonly sentOn: PlainDate | null
  readonly settledOn: PlainDate | null
  readonly paidCents: Cents | null
  readonly refusal: string | null
  readonly accountId: string
}
/** What the authority answered to a call. */
export type CallAnswer = { readonly state: 'paid' | 'refused'; readonly settledOn: PlainDate; readonly paidCents: Cents | null; readonly refusal: string | null }
/** An answer that was entered wrongly, and why it no longer holds. */
export type FormerAnswer = CallAnswer & { readonly id: string; readonly number: number; readonly reason: string; readonly createdAt: Date }
export type NewCall = Pick<Call, 'id' | 'project' | 'neededFrom' | 'neededUntil' | 'amountCents' | 'reason' | 'accountId'>

/** `counter` takes a booking back, `replacement` stands in its place. */
export type BookingRole = 'entry' | 'counter' | 'replacement'
export type Booking = {
  readonly id: string
  readonly project: string
  readonly seq: number
  readonly lineKey: string
  readonly paidOn: PlainDate
  readonly voucher: string
  readonly payee: string
  readonly purpose: string
  readonly amountCents: Cents
  readonly vatCents: Cents
  readonly vatEligible: boolean
  readonly shareBp: number
  readonly eligibleCents: Cents
  readonly role: BookingRole
  readonly corrects: string | null
  readonly reason: string
  readonly createdAt: Date
}
/** A booking in a list: `settledBy` is the number of the booking that took it back. */
export type BookingRow = Booking & { readonly settledBy: number | null; readonly correctsSeq: number | null; readonly files: number; readonly remarks: number }
/** What somebody enters; `eligibleCents` follows from it. */
export type BookingEntry = Pick<Booking, 'lineKey' | 'paidOn' | 'voucher' | 'payee' | 'purpose' | 'amountCents' | 'vatCents' | 'vatEligible' | 'shareBp'>
export type NewBooking = Omit<Booking, 'seq' | 'createdAt'> & { readonly accountId: string | null }

export type Evidence = { readonly id: string; readonly bookingId: string; readonly title: string; readonly mediaType: string; readonly sizeBytes: number; readonly sha256: string; readonly createdAt: Date }
export type Remark = { readonly id: string; readonly about: 'booking' | 'statement'; readonly aboutId: string; readonly remark: string; readonly createdAt: Date }

/** Sums of a line, in cents: `before` the period, `within` it; what counts of both is `eligible`. */
export type LineSum = { readonly key: string; readonly before: Cents; readonly within: Cents; readonly eligibleBefore: Cents; readonly eligibleWithin: Cents; readonly bookings: number }

export const statementKinds = ['interim', 'final'] as const
export type StatementKind = (typeof statementKinds)[number]
export type Statement = {
  readonly id: string
  readonly project: string
  readonly number: number
  readonly kind: StatementKind
  readonly fromDay: PlainDate
  readonly untilDay: PlainDate
  readonly narrative: string
  readonly state: 'draft' | 'submitted'
  readonly throughSeq: number | null
  readonly figures: Figures | null
  readonly sha256: string | null
  readonly submittedAt: Date | null
  readonly accountId: string | null
}

/** A line of a statement. `recognised`: what counts of it after the limit of deviation; only of spending. */
export type FigureLine = { readonly key: string; readonly side: Side; readonly title: string; readonly planned: Cents; readonly before: Cents; readonly within: Cents; readonly total: Cents; readonly eligible: Cents; readonly recognised: Cents; readonly overLimit: boolean }
/** Money that was not used in time, payment by payment (§ 49a Abs. 4 VwVfG NRW). `until`: the day it was used, or the last day of the statement. */
export type LateUse = { readonly callNumber: number; readonly paidOn: PlainDate; readonly dueOn: PlainDate; readonly until: PlainDate; readonly used: boolean; readonly amount: Cents; readonly days: number; readonly interest: Cents }
/** Everything a statement says in numbers; frozen when it is submitted. */
export type Figures = {
  readonly lines: readonly FigureLine[]
  readonly spent: Cents
  readonly eligible: Cents
  readonly recognised: Cents
  readonly ownPlanned: Cents
  readonly own: Cents
  readonly third: Cents
  readonly thirdPlanned: Cents
  readonly paid: Cents
  readonly entitled: Cents
  readonly repayment: Cents
  readonly open: Cents
  readonly late: readonly LateUse[]
  readonly interest: Cents
  readonly bookings: number
  readonly corrections: number
  readonly throughSeq: number
  // What follows is absent in statements that were submitted before it was kept.
  readonly noticeNumber?: number
  /** Corrections after this running number belong to the statement. */
  readonly afterSeq?: number
  /** Beside the corrections stand payments of earlier spans that were booked after the last statement. */
  readonly withLateEntries?: boolean
  /** Interest in ten-thousandths a year, from each day on. */
  readonly rates?: readonly { readonly from: PlainDate; readonly bp: number }[]
  /** The half-year whose base rate was not known when it was reckoned. */
  readonly rateMissing?: PlainDate | null
}

/** The base rate of § 247 BGB, or what § 49a (3) VwVfG NRW adds to it. */
export const rateKinds = ['base', 'above'] as const
export type RateKind = (typeof rateKinds)[number]
/** A rate of interest that a town has entered. The newest entry for a day counts. */
export type Rate = { readonly kind: RateKind; readonly from: PlainDate; readonly bp: number; readonly source: string; readonly createdAt: Date }

/** Per project, in cents. `spent` is all booked spending, `booked` what counts of it, `own` the own share that was booked. */
export type AccountTotals = { readonly project: string; readonly granted: Cents; readonly called: Cents; readonly paid: Cents; readonly booked: Cents; readonly spent: Cents; readonly planned: Cents; readonly own: Cents; readonly ownPlanned: Cents; readonly lastPaidOn: PlainDate | null }

const Day = Type.String({ format: 'date' })
const Money = Type.String({ minLength: 1, maxLength: 20 })
/** The id under which a form is kept: sent twice it is kept once. */
const Key = Type.Optional(Type.String({ format: 'uuid' }))
export const CallForm = Type.Object({ key: Key, neededFrom: Day, neededUntil: Day, amount: Money, reason: Type.String({ minLength: 5, maxLength: 1_000 }) })
export const SettleForm = Type.Object({ outcome: Type.Union([Type.Literal('paid'), Type.Literal('refused')]), settledOn: Day, paid: Type.Optional(Money), refusal: Type.Optional(Type.String({ maxLength: 500 })) })
/** `basis`: how many corrections the writer had before them. */
export const CorrectAnswerForm = Type.Object({ ...SettleForm.properties, key: Key, reason: Type.String({ minLength: 5, maxLength: 500 }), basis: Type.Integer({ minimum: 0, maximum: 10_000 }) })
export const BookingForm = Type.Object({
  key: Key,
  line: Type.String({ minLength: 1, maxLength: 40 }),
  paidOn: Day,
  voucher: Type.String({ minLength: 1, maxLength: 60 }),
  payee: Type.String({ minLength: 2, maxLength: 160 }),
  purpose: Type.String({ minLength: 3, maxLength: 300 }),
  amount: Money,
  vat: Type.Optional(Money),
  vatCounts: Type.Optional(Type.Boolean()),
  share: Type.Optional(Type.String({ maxLength: 8 })),
})
export type BookingForm = Static<typeof BookingForm>
/** A correction: without `again` the booking is only taken back. */
export const ReasonForm = Type.Object({ key: Key, reason: Type.String({ minLength: 5, maxLength: 500 }), again: Type.Optional(Type.Boolean()) })
export const RemarkForm = Type.Object({ key: Key, remark: Type.String({ minLength: 3, maxLength: 2_000 }) })
const Months = Type.Integer({ minimum: 1, maximum: 120 })
export const NoticeForm = Type.Object({
  purpose: Type.String({ minLength: 3, maxLength: 200 }),
  authority: Type.String({ minLength: 3, maxLength: 160 }),
  reference: Type.String({ minLength: 1, maxLength: 80 }),
  noticedOn: Day,
  terms: Type.Union(termsOfGrants.map((one) => Type.Literal(one))),
  financing: Type.Union(financings.map((one) => Type.Literal(one))),
  rate: Type.Optional(Type.String({ maxLength: 8 })),
  most: Money,
  retained: Type.Optional(Money),
  startsOn: Day,
  endsOn: Day,
  boundUntil: Type.Optional(Day),
  lineLimit: Type.String({ minLength: 1, maxLength: 8 }),
  useMonths: Months,
  interimMonths: Type.Optional(Months),
  finalMonths: Months,
  trifle: Type.Optional(Money),
  trifleInterest: Type.Optional(Money),
  /** Number of the notice that the form was filled from; 0: there was none. */
  basis: Type.Integer({ minimum: 0, maximum: 10_000 }),
  plan: Type.String({ minLength: 3, maxLength: 4_000 }),
  reason: Type.Optional(Type.String({ maxLength: 500 })),
})
export type NoticeForm = Static<typeof NoticeForm>
export const StatementForm = Type.Object({ key: Key, kind: Type.Union(statementKinds.map((one) => Type.Literal(one))), fromDay: Day, untilDay: Day })
export const NarrativeForm = Type.Object({ narrative: Type.String({ minLength: 1, maxLength: 20_000 }), since: Type.Optional(Type.String({ maxLength: 64 })) })
export const SubmitForm = Type.Object({ since: Type.Optional(Type.String({ maxLength: 64 })) })
export const ImportForm = Type.Object({ csv: Type.String({ minLength: 1, maxLength: 900_000 }), apply: Type.Optional(Type.Boolean()) })
export const RateForm = Type.Object({ key: Key, kind: Type.Union(rateKinds.map((one) => Type.Literal(one))), from: Day, rate: Type.String({ minLength: 1, maxLength: 9 }), source: Type.String({ minLength: 5, maxLength: 300 }) })
export type RateForm = Static<typeof RateForm>
