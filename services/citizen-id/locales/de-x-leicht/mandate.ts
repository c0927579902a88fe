import type { EasyTranslation } from '@modellregion/kernel/words'
import type { mandate as de } from '../de/mandate.ts'

export const mandate: EasyTranslation<typeof de> = {}
