import type { EasyTranslation } from '@modellregion/kernel/words'
import type { protection as de } from '../de/protection.ts'

export const protection: EasyTranslation<typeof de> = {}
