import type { Translation } from '@modellregion/kernel/words'
import type { alarm as de } from '../de/alarm.ts'

export const alarm: Translation<typeof de> = {}
