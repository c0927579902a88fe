import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { FileStore } from '@modellregion/kernel'
import type { T } from '../locales/index.ts'

export type RejectedRow = { line: string; reason: string; detail: string; text: string }

/** The lines that did not fit, with their reasons in words. */
export async function* readRejected(files: FileStore, tenant: string, sha256: string, t: T): AsyncGenerator<RejectedRow> {
  const rows = (await files.get(tenant, sha256)).pipe(parse({ delimiter: ';', from_line: 2, relax_column_count: true })) as AsyncIterable<string[]> // without column names, rows are lists
  for await (const [line = '', reason = '', detail = '', text = ''] of rows) yield { line, reason: t.find(`inspect.reject.${reason}`) ?? reason, detail, text }
}

export async function firstRejected(files: FileStore, tenant: string, sha256: string, t: T, count: number): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = []
  for await (const row of readRejected(files, tenant, sha256, t)) {
    rows.push({ ...row, text: row.text.length > 200 ? `${row.text.slice(0, 200)}…` : row.text })
    if (rows.length >= count) break
  }
  return rows
}

/** As a CSV that spreadsheets open with the right letters; what they would run as a formula is made text. */
export function rejectedCsv(rows: AsyncIterable<RejectedRow>, t: T): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield `\ufeff${[t('load.rejected.line'), t('load.rejected.reason'), t('load.rejected.detail'), t('load.rejected.text')].map(cell).join(';')}\r\n`
    for await (const { line, reason, detail, text } of rows) yield `${[line, reason, detail, text].map(cell).join(';')}\r\n`
  }
  return Readable.from(lines())
}

const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
