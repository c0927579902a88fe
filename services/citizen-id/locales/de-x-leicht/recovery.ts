import type { EasyTranslation } from '@modellregion/kernel/words'
import type { recovery as de } from '../de/recovery.ts'

export const recovery: EasyTranslation<typeof de> = {}
