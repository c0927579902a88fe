export { health, metricsText, type Health } from './health.ts'
export { loggerSettings, observeRequests } from './log.ts'
export { mayMeasure } from './metrics-door.ts'
