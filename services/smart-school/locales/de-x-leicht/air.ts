import type { EasyTranslation } from '@modellregion/kernel/words'
import type { air as de } from '../de/air.ts'

export const air: EasyTranslation<typeof de> = {}
