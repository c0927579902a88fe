import type { EasyTranslation } from '@modellregion/kernel/words'
import type { bundid as de } from '../de/bundid.ts'

export const bundid: EasyTranslation<typeof de> = {}
