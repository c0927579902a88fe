import type { Choices, Finding, Inspection } from '../inspect/schema.ts'
import type { Field } from '../store/schema.ts'

/** What the loading process is told. Paths are on this machine, inside a folder that is removed afterwards. */
export type LoadOrder = { readonly file: string; readonly name: string; readonly mediaType: string; readonly choices: Choices; readonly folder: string }

export type TableMade = {
  /** Parquet with `_id` 1..n as first column. */
  readonly file: string
  readonly fields: readonly Field[]
  readonly rows: number
  readonly rejected: number
  /** CSV of the lines that did not fit: line, reason, text. */
  readonly rejectedFile?: string
  /** Beside the table, for searching words in it. */
  readonly indexFile?: string
}

export type LoadResult = { readonly state: 'ready' | 'refused'; readonly inspection: Inspection; readonly refusal?: Finding; readonly table?: TableMade; /** Most memory the process held, bytes. */ readonly peak: number }

export type ChildMessage = { readonly kind: 'progress'; readonly share: number; readonly words: string; readonly counts: Record<string, number> } | { readonly kind: 'result'; readonly result: LoadResult }
