import type { EasyTranslation } from '@modellregion/kernel/words'
import type { place as de } from '../de/place.ts'

export const place: EasyTranslation<typeof de> = {}
