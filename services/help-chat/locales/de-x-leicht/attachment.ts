import type { EasyTranslation } from '@modellregion/kernel/words'
import type { attachment as de } from '../de/attachment.ts'

export const attachment: EasyTranslation<typeof de> = {}
