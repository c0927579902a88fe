import type { Account } from '../demo/accounts.ts'

/** How BundID names the level of each way. */
export const storkOf: Readonly<Record<Account['way'], string>> = { password: 'STORK-QAA-Level-1', elster: 'STORK-QAA-Level-3', eid: 'STORK-QAA-Level-4' }

/** Is this way enough for what was asked (`Comparison="minimum"`)? */
export const reaches = (way: Account['way'], wanted: string | null): boolean => wanted === null || storkOf[way] >= wanted
