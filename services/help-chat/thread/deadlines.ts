import { defineDeadlines, type ServiceDeadlines } from '@modellregion/kernel'

export const rules = defineDeadlines([])

export const threadDeadlines: ServiceDeadlines = { rules, reached: async () => {} }
