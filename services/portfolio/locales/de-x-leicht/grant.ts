import type { EasyTranslation } from '@modellregion/kernel/words'
import type { grant as de } from '../de/grant.ts'

export const grant: EasyTranslation<typeof de> = {
}
