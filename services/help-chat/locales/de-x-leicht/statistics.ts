import type { EasyTranslation } from '@modellregion/kernel/words'
import type { statistics as de } from '../de/statistics.ts'

export const statistics: EasyTranslation<typeof de> = {}
