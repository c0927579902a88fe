export { health, metricsText, type Health } from './health.ts'
export { loggerSettings, observeRequests } from './log.ts'
