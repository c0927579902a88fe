export { listAccountTotals, type AccountTotals } from './queries/account.ts'
