import type { EasyTranslation } from '@modellregion/kernel/words'
import type { cockpit as de } from '../de/cockpit.ts'

export const cockpit: EasyTranslation<typeof de> = {}
