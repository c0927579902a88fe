import type { Title } from '../http/route.ts'

/**
 * What a room stores about people: declared once in its `privacy.ts`, used three times, as entry of the register of
 * processing activities (Art. 30 GDPR), for a person's disclosure (Art. 15) and for erasure (Art. 17) and nightly retention.
 */
export type PersonalData = Personal | Harmless

export type Personal = {
  /** With schema: `open_data.subscription`. */
  table: string
  columns: readonly string[]
  /** What it is needed for, as a heading for people. */
  purpose: Title
  /** What kind of data it is, in words for people; the names of the columns when absent. */
  data?: Title
  /** As cited: `Art. 6 Abs. 1 Buchst. e DSGVO`. */
  legalBasis: string
  retention: Retention
  /** Column with the account id of the person; absent when the data has no account, such as a sender's address. */
  subjectColumn?: string
  /** Who receives it outside of the town; empty: nobody. */
  recipients: readonly Title[]
  /**
   * What the end of retention and a person's wish for erasure do. Absent: the row goes. `empty`: the row stays and the declared
   * columns become null. `keep`: a law or another person's right demands that it stays, and the words say which.
   */
  erasure?: 'empty' | { keep: Title }
  /** The kind under which the rows can be found, each by its `id`: what goes from the table goes from the search in the same transaction. */
  searchKind?: string
}

/**
 * Days after the moment in `field`; until the moment in a column; as long as the account; or ended by something else than the
 * nightly job, and the words say by what.
 */
export type Retention = { days: number; field: string } | { until: string; words?: Title } | 'account' | { otherwise: Title }

/** Columns that look personal and are not. The reason is for whoever reviews the code. */
export type Harmless = { table: string; columns: readonly string[]; harmless: string }

export const isPersonal = (data: PersonalData): data is Personal => !('harmless' in data)
