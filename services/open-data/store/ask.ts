import type { Platform } from '@modellregion/kernel'
import type { TableAnswer, TableQuery } from './schema.ts'
import type { TableRef } from './table.ts'

/**
 * Answers one question to one table. Whether the reader may see the table is for the caller to decide.
 * @throws NotFound when there is no such table
 * @throws QueryRefused when the question does not fit the table or takes longer than a question may
 */
export async function askTable(_platform: Platform, _tenant: string, _table: TableRef, _query: TableQuery): Promise<TableAnswer> {
  throw new Error('The store is not open yet.')
}
