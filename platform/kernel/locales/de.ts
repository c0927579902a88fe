import { core } from './de/core.ts'

export const de = { ...core }
