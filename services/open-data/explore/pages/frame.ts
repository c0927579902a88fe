import type { T } from '../../locales/index.ts'
import type { Misread, Selection, TableFacts } from '../schema.ts'
import { changed, pairsOf } from '../selection.ts'

/** What every view of a table knows. */
export type Frame = {
  t: T
  /** `/open-data/explore/<file>`. */
  path: string
  /** Beginning of absolute addresses: `https://stadt.example`. */
  origin: string
  selection: Selection
  facts: TableFacts
  file: { id: string; title: string }
  dataset: { name: string; title: string }
  publisher: string
  /** Name of the licence, as people know it. */
  licence: string | undefined
  /** Number of this upload and of the current one; absent for tables without uploads. */
  version: { number: number; newest: number; createdAt: Date; rejected: number } | undefined
  /** Programs write into the table: there is no stored file of its newest state. */
  isWritten: boolean
  /** In a frame of another site: no forms, no links that lead on inside it. */
  isEmbedded: boolean
  /** Size of the stored Parquet file. */
  tableBytes: number
  misread: readonly Misread[]
}

/** The selection as hidden fields, but for the fields that a form asks itself. */
export const keepAll = (selection: Selection, isAsked: (name: string) => boolean): { name: string; value: string }[] =>
  pairsOf(changed(selection, {})).flatMap(([name, value]) => (isAsked(name) ? [] : [{ name, value }]))

export const errorText = (t: T, misread: readonly Misread[], name: string): string | undefined => {
  const found = misread.find((one) => one.name === name)
  return found && t(`open-data.explore.${found.reason}`)
}
