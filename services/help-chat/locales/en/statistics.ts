import type { Translation } from '@modellregion/kernel/words'
import type { statistics as de } from '../de/statistics.ts'

export const statistics: Translation<typeof de> = {}
