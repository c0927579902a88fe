import Type, { type Static } from 'typebox'
import { CaseId, type KeyStatement, type Thread } from '../crypto/schema.ts'
import type { Lane } from '../crypto/message.ts'

// What the desk reads and writes. The routes of cases, keys and escrow are those of docs/protocol.md; text modules and notes are the desk's own.

/** Where a period stands now; the words of the kernel's deadlines. */
export type ClockState = 'running' | 'near' | 'today' | 'over' | 'done' | 'paused'
export type Clock = { readonly rule: 'receipt' | 'feedback' | 'promise'; readonly dueOn: string; readonly state: ClockState; readonly extended: boolean }

export type Confidant = {
  readonly id: string
  readonly name: string
  readonly photo: string | null
  readonly languages: readonly string[]
  readonly unit: string
  readonly about: string
  readonly hours: string
  readonly topics: readonly string[]
  readonly onDuty: boolean
  readonly absentUntil: string | null
  readonly substitute: string | null
  readonly holder: boolean
  readonly statements: readonly KeyStatement[]
}
export type Directory = { readonly tenant: string; readonly office: string; readonly topics: readonly string[]; readonly threshold: number; readonly promiseHours: number; readonly confidants: readonly Confidant[] }

/** One town that the signed-in person serves. */
export type Served = { readonly town: string; readonly townName: string; readonly confidant: string; readonly name: string; readonly vault: unknown; readonly statements: readonly KeyStatement[] }

export type InboxEntry = {
  readonly town: string
  readonly case: string
  readonly lane: Lane
  readonly state: 'open' | 'closed'
  readonly opened: string
  readonly lastSeq: number
  readonly lastFrom: string
  readonly lastDay: string
  readonly mine: 'reader' | 'holder'
  readonly readers: readonly string[]
  readonly next: Clock | null
}
export type DeskState = { readonly me: readonly Served[]; readonly directories: Readonly<Record<string, Directory>>; readonly inbox: readonly InboxEntry[] }

export type CaseView = {
  readonly thread: Thread
  readonly keys: Readonly<Record<string, readonly KeyStatement[]>>
  readonly lane: Lane
  readonly state: 'open' | 'closed'
  readonly opened: string
  readonly clocks: readonly Clock[]
  readonly receivedDays: readonly string[]
  readonly mine: 'reader' | 'holder'
}

/** What this device remembers of a case: the last envelope it has shown. Nothing else stays. */
export type Seen = { readonly seq: number; readonly hash: string }

export const moduleTitleLimit = 80
export const moduleTextLimit = 2_000
const kinds = ['any', 'counsel', 'report'] as const
/** A text of the office that is put into an answer and changed there. `[…]` marks what must be filled in. */
export const TextModule = Type.Object({
  title: Type.String({ minLength: 1, maxLength: moduleTitleLimit }),
  text: Type.String({ minLength: 1, maxLength: moduleTextLimit }),
  lane: Type.Union(kinds.map((kind) => Type.Literal(kind))),
})
export type TextModule = Static<typeof TextModule> & { readonly id: string }
export const ModuleId = Type.String({ pattern: '^[a-z0-9-]{1,64}$' })

/** A note of a confidant about a case, sealed in the browser to the confidant's own key. The server sees that there is one. */
export const NoteForm = Type.Object({ town: Type.String({ maxLength: 64 }), case: CaseId, sealed: Type.Union([Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 100_000 }), Type.Null()]) })
export type PrivateNote = { readonly town: string; readonly case: string; readonly sealed: string }

/** What a note holds once it is open: free words, and the ticks of §§ 17 and 18 HinSchG that nobody can derive from the correspondence. */
export type NoteContent = { readonly text: string; readonly ticks: readonly string[]; readonly measure: string }
