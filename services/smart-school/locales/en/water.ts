import type { Translation } from '@modellregion/kernel/words'
import type { water as de } from '../de/water.ts'

export const water: Translation<typeof de> = {}
