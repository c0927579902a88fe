/**
 * Values as literals of SQL, for statements of a thousand rows: as parameters they cost the process six times as much and the server three times
 * (bench/smart-school/ingest). The place decides the type, as with parameters; null stays null.
 * @throws for a text with a zero byte, which PostgreSQL cannot store
 */
export function literalOf(value: string | number | Date | null | undefined): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return Number.isFinite(value) ? `'${value}'` : `'${Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'}'`
  if (typeof value !== 'string') return `'${value.toISOString()}'`
  if (value.includes('\0')) throw new Error('A text with a zero byte cannot be stored.')
  // With a backslash the form that reads it in every setting of the server.
  return value.includes('\\') ? ` E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${value.replaceAll("'", "''")}'`
}

/** A value of a jsonb column. `undefined` is the database's null, `null` that of JSON. */
export const jsonLiteralOf = (value: unknown): string => (value === undefined ? 'null' : literalOf(JSON.stringify(value)))
/** Bytes of a bytea column. */
export const bytesLiteralOf = (bytes: Uint8Array): string => `'\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}'`
