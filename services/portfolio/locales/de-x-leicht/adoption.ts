import type { EasyTranslation } from '@modellregion/kernel/words'
import type { adoption as de } from '../de/adoption.ts'

export const adoption: EasyTranslation<typeof de> = {
}
