/**
 * DuckDB's SQL is put together as text: values written as literals let its planner skip what cannot match, parameters do not. Everything
 * that comes from outside goes through these two functions, whose results are a name or a value whatever they are given.
 */
import { QueryRefused } from './table.ts'

/** A name: quoted, and a quote within doubled. */
export const name = (id: string): string => `"${whole(id).replaceAll('"', '""')}"`

/** A text as literal. DuckDB knows no escapes in it but the doubled quote. */
export const text = (value: string): string => `'${whole(value).replaceAll("'", "''")}'`

export const list = (items: readonly string[]): string => items.join(', ')

// A statement ends at its first NUL.
function whole(value: string): string {
  if (value.includes('\0')) throw new QueryRefused({ code: 'open-data.store.wrong-value' })
  return value.toWellFormed()
}
