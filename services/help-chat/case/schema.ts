import type { Lane } from '../crypto/message.ts'

// What the server tells the person's app (docs/protocol.md, "Interfaces"). Nothing of it is trusted before the core has checked it.
export type { Directory, DirectoryConfidant as Confidant } from '../office/schema.ts'
export type { CaseView, Clock, Ticket } from '../thread/schema.ts'

/** What the person has chosen and written before anything is sent. Lives in memory only. */
export type Draft = {
  readonly topic: string
  /** `any`: whoever is on duty. */
  readonly choice: string
  readonly excluded: readonly string[]
  readonly lane: Lane
  /** The statement of a report was ticked. */
  readonly declared: boolean
  readonly text: string
}
