import type { Translation } from '@modellregion/kernel/words'
import type { cases as de } from '../de/case.ts'

export const cases: Translation<typeof de> = {}
