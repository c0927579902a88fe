import type { EasyTranslation } from '@modellregion/kernel/words'
import type { knowledge as de } from '../de/knowledge.ts'

export const knowledge: EasyTranslation<typeof de> = {}
