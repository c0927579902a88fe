import type { Translation } from '@modellregion/kernel/words'
import type { safety as de } from '../de/safety.ts'

export const safety: Translation<typeof de> = {}
