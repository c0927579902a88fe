import type { EasyTranslation } from '@modellregion/kernel/words'
import type { level as de } from '../de/level.ts'

export const level: EasyTranslation<typeof de> = {}
