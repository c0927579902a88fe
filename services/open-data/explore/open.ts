import type { Ask } from '@modellregion/kernel'
import { askTable } from '../store/ask.ts'
import { describeTable } from '../store/describe.ts'
import type { Asking } from './asking.ts'
import { findExplored, type Explored } from './find.ts'
import type { Misread, Selection, TableFacts } from './schema.ts'
import { misreadIn, readSelection } from './selection.ts'

export type Opened = Explored & { facts: TableFacts; selection: Selection; misread: readonly Misread[]; asking: Asking }

type Asks = Pick<Ask, 'read' | 'actor' | 'may' | 'platform' | 'tenant' | 'url'>

/** The table of a file with what its columns are like, and what the address chooses in it. @throws NotFound */
export async function openTable(ask: Asks, fileId: string, params: URLSearchParams = ask.url.searchParams): Promise<Opened> {
  // Read twice: the number of the upload stands in the address, the columns only in the table.
  const { version } = readSelection(params, [])
  const explored = await ask.read((db) => findExplored(ask, db, fileId, version))
  const facts = factsOf(explored) ?? (await describeTable(ask.platform, ask.tenant.id, explored.table))
  const selection = readSelection(params, facts.fields)
  return { ...explored, facts, selection, misread: misreadIn(selection, facts.fields), asking: (query) => askTable(ask.platform, ask.tenant.id, explored.table, query) }
}

/** What was found when the upload was looked at. Nothing for tables that programs write into: their values change. */
function factsOf({ version, revision }: Explored): TableFacts | undefined {
  if (!version?.fields || !version.inspection || revision > 0) return undefined
  const found = new Map(version.inspection.columns.map((column) => [column.id, column]))
  return {
    rows: Number(version.rowCount ?? 0),
    fields: version.fields.map((field) => {
      const { empty, distinct, min, max, examples } = found.get(field.id) ?? {}
      return { ...field, ...(empty !== undefined && { empty }), ...(distinct !== undefined && { distinct }), ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(examples?.length && { examples }) }
    }),
  }
}
