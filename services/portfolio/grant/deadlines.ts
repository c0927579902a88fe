import { defineDeadlines, type Service } from '@modellregion/kernel'

export const grantDeadlines: NonNullable<Service['deadlines']> = { rules: defineDeadlines([]), reached: async () => {} }
