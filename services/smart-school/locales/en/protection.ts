import type { Translation } from '@modellregion/kernel/words'
import type { protection as de } from '../de/protection.ts'

export const protection: Translation<typeof de> = {}
