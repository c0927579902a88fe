import type { EasyTranslation } from '@modellregion/kernel/words'
import type { cases as de } from '../de/case.ts'

export const cases: EasyTranslation<typeof de> = {}
