import type { Readable } from 'node:stream'
import type { Platform } from '@modellregion/kernel'
import type { TableQuery } from './schema.ts'
import type { TableRef } from './table.ts'

export type DumpFormat = 'csv' | 'tsv' | 'json' | 'xml' | 'ndjson'
export type DumpOptions = {
  /** Begins with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean
  /** Only these rows and columns; all without. `limit` is not bounded here. */
  readonly query?: Pick<TableQuery, 'where' | 'words' | 'fields' | 'sort' | 'offset' | 'limit'>
}

/**
 * A whole table as a file, made while it is sent: memory stays bounded and a slow reader slows the store down.
 * @throws NotFound, QueryRefused as `askTable`
 */
export async function dumpTable(_platform: Platform, _tenant: string, _table: TableRef, _format: DumpFormat, _options: DumpOptions = {}): Promise<Readable> {
  throw new Error('The store is not open yet.')
}
