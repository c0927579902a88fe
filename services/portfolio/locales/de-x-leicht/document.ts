import type { EasyTranslation } from '@modellregion/kernel/words'
import type { document as de } from '../de/document.ts'

export const document: EasyTranslation<typeof de> = {
}
