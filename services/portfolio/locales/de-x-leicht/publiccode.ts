import type { EasyTranslation } from '@modellregion/kernel/words'
import type { publiccode as de } from '../de/publiccode.ts'

export const publiccode: EasyTranslation<typeof de> = {
}
