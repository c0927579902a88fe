import type { Translation } from '@modellregion/kernel/words'
import type { air as de } from '../de/air.ts'

export const air: Translation<typeof de> = {}
