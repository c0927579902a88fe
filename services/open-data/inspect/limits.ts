/** Bounds for files from outside. What passes them is refused in words, before memory or time run out. */
export const limits = {
  /** Columns of a table. */
  columns: 2_000,
  /** Rows of a spreadsheet: that is all Excel knows. */
  sheetRows: 1_048_576,
  /** Bytes of one unpacked part of a zip, of all parts, and how much larger than packed a large part may be. */
  zipEntry: 4 * 1024 ** 3,
  zipTotal: 6 * 1024 ** 3,
  zipRatio: 200,
  zipEntries: 10_000,
  /** Characters of the shared texts of a spreadsheet: they must be held in memory. */
  sharedStrings: 60_000_000,
  /** Levels of nested JSON. */
  depth: 100,
  /** Bytes of one object of a JSON list. */
  object: 16 * 1024 ** 2,
} as const
