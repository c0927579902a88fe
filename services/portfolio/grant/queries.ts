export { listAccountTotals } from './queries/account.ts'
export type { AccountTotals } from './schema.ts'
