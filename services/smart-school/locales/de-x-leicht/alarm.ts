import type { EasyTranslation } from '@modellregion/kernel/words'
import type { alarm as de } from '../de/alarm.ts'

export const alarm: EasyTranslation<typeof de> = {}
