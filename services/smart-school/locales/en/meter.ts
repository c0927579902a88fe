import type { Translation } from '@modellregion/kernel/words'
import type { meter as de } from '../de/meter.ts'

export const meter: Translation<typeof de> = {}
