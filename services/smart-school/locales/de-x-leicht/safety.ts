import type { EasyTranslation } from '@modellregion/kernel/words'
import type { safety as de } from '../de/safety.ts'

export const safety: EasyTranslation<typeof de> = {}
