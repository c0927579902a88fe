import type { TableAnswer, TableQuery } from '../store/schema.ts'

/** Asks the one table that is looked at. */
export type Asking = (query: TableQuery) => Promise<TableAnswer>
