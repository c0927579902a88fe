import type { EasyTranslation } from '@modellregion/kernel/words'
import type { meter as de } from '../de/meter.ts'

export const meter: EasyTranslation<typeof de> = {}
