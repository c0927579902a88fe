import type { ServiceDeadlines } from '@modellregion/kernel'
import { rules } from './periods.ts'
import { reached } from './reached.ts'

export const threadDeadlines: ServiceDeadlines = { rules, reached }
