import type { EasyTranslation } from '@modellregion/kernel/words'
import type { energy as de } from '../de/energy.ts'

export const energy: EasyTranslation<typeof de> = {}
