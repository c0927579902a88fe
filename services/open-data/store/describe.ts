import type { Platform } from '@modellregion/kernel'
import type { FieldProfile, TableRef } from './table.ts'

export type TableDescription = { readonly fields: readonly FieldProfile[]; readonly rows: number }

/**
 * Columns of a table and what their values are like.
 * @throws NotFound when there is no such table
 */
export async function describeTable(_platform: Platform, _tenant: string, _table: TableRef): Promise<TableDescription> {
  throw new Error('The store is not open yet.')
}
