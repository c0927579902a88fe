/** What is inside an envelope, after it was opened. Plain data; what a client does not know it shows as "a newer version is needed". */
export type Message = {
  /** Sender's clock, ISO 8601. Only the readers know it; the server keeps a day. */
  readonly at: string
  readonly content: Content
}

export type Content =
  /** The first one of a case. The server knows neither topic nor wishes. */
  | { readonly kind: 'start'; readonly topic: string; readonly lane: Lane; readonly language: 'de' | 'en' | 'de-x-leicht'; readonly excluded: readonly string[]; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: FileNote; readonly text?: string }
  /** § 12 (1), § 16 HinSchG: only the person changes the lane. `statement` is the sentence they confirmed, word for word. */
  | { readonly kind: 'report-declared'; readonly statement: string }
  | { readonly kind: 'receipt-confirmed' }
  | { readonly kind: 'feedback'; readonly text: string }
  /** Appointment: possible moments, then the choice with a code that is said at the door instead of a name. */
  | { readonly kind: 'slots'; readonly slots: readonly Slot[]; readonly place: string }
  | { readonly kind: 'slot-chosen'; readonly slot: Slot; readonly place: string; readonly code: string }
  | { readonly kind: 'slot-cancelled'; readonly code: string }
  /** § 11 HinSchG: the record, its versions, and what the person says about it. */
  | { readonly kind: 'record'; readonly version: number; readonly text: string }
  | { readonly kind: 'record-confirmed'; readonly version: number; readonly hash: string }
  | { readonly kind: 'record-corrected'; readonly version: number; readonly text: string }
  /** Who reads from now on, in the words of whoever changed it. The epoch itself is the proof. */
  | { readonly kind: 'readers-changed'; readonly reason: 'taken' | 'handed-over' | 'substitute' | 'left' | 'escrow' | 'key-changed'; readonly readers: readonly string[] }
  | { readonly kind: 'closed'; readonly text?: string }

export type Lane = 'counsel' | 'report'
export type Slot = { readonly from: string; readonly minutes: number }
/** `key` opens the bytes under `id`; both stand only here. `removed` says what was taken out on the device, in word keys. */
export type FileNote = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly key: string
  readonly hash: string
  readonly removed: readonly string[]
  readonly original?: boolean
}
