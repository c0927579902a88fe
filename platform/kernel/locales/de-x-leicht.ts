import { core } from './de-x-leicht/core.ts'

export const leicht = { ...core }
