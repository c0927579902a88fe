import type { EasyTranslation } from '@modellregion/kernel/words'
import type { yearbook as de } from '../de/yearbook.ts'

export const yearbook: EasyTranslation<typeof de> = {
}
