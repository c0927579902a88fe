import type { Cleaned } from '../attachment/clean.ts'

/** A file somebody chose, before it is sent. */
export type Picked = {
  readonly id: number
  readonly name: string
  readonly original: Uint8Array
  readonly type: string
  /** Absent while metadata are taken out. */
  readonly cleaned?: Cleaned
  /** Send the untouched original as well, sealed like everything. */
  readonly withOriginal: boolean
  /** What cannot be cleaned is sent only when the person says so. */
  readonly anyway: boolean
}

/** What is typed in an open case and not sent. */
export type Unsent = { readonly text: string; readonly files: readonly Picked[] }
export const nothingUnsent: Unsent = { text: '', files: [] }

/** Whether a file may be sent as it stands. */
export const isReady = ({ cleaned, anyway }: Picked): boolean => cleaned?.kept === 'clean' || (cleaned?.kept === 'cannot-clean' && anyway)
