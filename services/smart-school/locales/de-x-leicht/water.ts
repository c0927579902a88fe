import type { EasyTranslation } from '@modellregion/kernel/words'
import type { water as de } from '../de/water.ts'

export const water: EasyTranslation<typeof de> = {}
