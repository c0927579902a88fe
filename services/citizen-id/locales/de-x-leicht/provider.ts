import type { EasyTranslation } from '@modellregion/kernel/words'
import type { provider as de } from '../de/provider.ts'

export const provider: EasyTranslation<typeof de> = {}
