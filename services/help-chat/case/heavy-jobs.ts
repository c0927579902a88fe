import type { SealedFile } from '../crypto/file.ts'
import type { CaseKeys } from '../crypto/keys.ts'
import type { FileNote } from '../crypto/message.ts'
import type { Challenge, Work } from '../crypto/schema.ts'

/** What the worker does, so that the page stays usable meanwhile. */
export type Job =
  | { readonly kind: 'derive'; readonly words: readonly string[]; readonly tenant: string }
  | { readonly kind: 'work'; readonly challenge: Challenge }
  | { readonly kind: 'seal'; readonly bytes: Uint8Array }
  | { readonly kind: 'open'; readonly sealed: Uint8Array; readonly note: Pick<FileNote, 'key' | 'hash' | 'size'> }

/** What each job gives back. */
export type Results = { derive: CaseKeys; work: Work; seal: SealedFile; open: Uint8Array | undefined }

export type Answer = { readonly share: number } | { readonly result: Results[keyof Results] } | { readonly failed: string }
