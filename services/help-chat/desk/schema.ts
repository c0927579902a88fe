import Type, { type Static } from 'typebox'
import type { DeadlineState } from '@modellregion/kernel/rules'
import { CaseId } from '../crypto/schema.ts'
import type { CaseView as PersonsView } from '../thread/schema.ts'

// What the desk reads and writes. The routes of cases, keys and escrow are those of docs/protocol.md; text modules and notes are the desk's own.

export type { Directory, DirectoryConfidant as Confidant, DeskSelf as Served } from '../office/schema.ts'
export type { Clock, DeskState, InboxEntry } from '../thread/schema.ts'
export type ClockState = DeadlineState

/** A case for the desk: as for the person, and whether I can read it or hold a share of it. */
export type CaseView = PersonsView & { readonly mine: 'reader' | 'holder' }

/** Somebody asks for the opening of a case that nobody reads any more; as thread/escrow.ts shows it to one confidant. */
export type OpeningRequest = {
  readonly id: string
  readonly town: string
  readonly caseId: string
  readonly by: string
  readonly reason: string
  readonly state: 'open' | 'opened' | 'withdrawn'
  readonly askedOn: string
  readonly threshold: number
  /** Who has given a share. */
  readonly released: readonly string[]
  /** May I still give one? */
  readonly mine: 'holder' | 'released' | 'none'
  /** Only for whoever asked: what was sealed to them. */
  readonly sealed: readonly { readonly from: string; readonly sealed: string }[]
}

/** What this device remembers of a case: the last envelope it has shown. Nothing else stays. */
export type Seen = { readonly seq: number; readonly hash: string }

export const moduleTitleLimit = 80
export const moduleTextLimit = 2_000
/** A text of the office that is put into an answer and changed there. `[…]` marks what must be filled in. */
export const TextModule = Type.Object({
  title: Type.String({ minLength: 1, maxLength: moduleTitleLimit }),
  text: Type.String({ minLength: 1, maxLength: moduleTextLimit }),
  lane: Type.Union([Type.Literal('any'), Type.Literal('counsel'), Type.Literal('report')]),
})
export type TextModule = Static<typeof TextModule> & { readonly id: string }
export const ModuleId = Type.String({ pattern: '^[a-z0-9-]{1,64}$' })

/** A note of a confidant about a case, sealed in the browser to the confidant's own key. The server sees that there is one. */
export const NoteForm = Type.Object({ town: Type.String({ maxLength: 64 }), case: CaseId, sealed: Type.Union([Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 100_000 }), Type.Null()]) })
export type PrivateNote = { readonly town: string; readonly case: string; readonly sealed: string }

/** What a note holds once it is open: free words, and the ticks of §§ 17 and 18 HinSchG that nobody can derive from the correspondence. */
export type NoteContent = { readonly text: string; readonly ticks: readonly string[]; readonly measure: string }
