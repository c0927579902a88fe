export { count, readCounts } from './queries.ts'
export * from './rules.ts'
