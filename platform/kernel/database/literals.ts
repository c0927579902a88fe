import { escapeLiteral } from 'pg'

/**
 * Puts values in the places of `$1`, `$2` … as quoted literals, which the server reads as it reads parameters: as text of a type
 * that the place decides. Only for statements of ours, whose text holds no `$` of its own.
 * @throws for values that have no such form
 */
export function withLiterals(statement: string, values: readonly unknown[]): string {
  return statement.replaceAll(/\$(\d+)/g, (_place, number: string) => {
    if (Number(number) > values.length) throw new Error(`The statement names $${number} and has ${values.length} values.`)
    return literalOf(values[Number(number) - 1])
  })
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && Number.isFinite(value)) return quoted(String(value))
  if (typeof value === 'boolean') return value ? "'true'" : "'false'"
  if (value instanceof Date) return quoted(value.toISOString())
  throw new Error(`A ${typeof value} has no literal here; use a unit of work with parameters.`)
}

function quoted(text: string): string {
  // PostgreSQL holds no zero byte in a text; as a parameter it would be refused as well.
  if (text.includes('\0')) throw new Error('A text with a zero byte cannot be stored.')
  return escapeLiteral(text)
}
