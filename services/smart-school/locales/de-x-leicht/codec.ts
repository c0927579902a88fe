import type { EasyTranslation } from '@modellregion/kernel/words'
import type { codec as de } from '../de/codec.ts'

export const codec: EasyTranslation<typeof de> = {}
