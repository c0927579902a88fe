import type { Translation } from '@modellregion/kernel/words'
import type { recovery as de } from '../de/recovery.ts'

export const recovery: Translation<typeof de> = {}
