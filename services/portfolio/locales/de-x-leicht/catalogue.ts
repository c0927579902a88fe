import type { EasyTranslation } from '@modellregion/kernel/words'
import type { catalogue as de } from '../de/catalogue.ts'

export const catalogue: EasyTranslation<typeof de> = {
}
