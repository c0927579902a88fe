import type { EasyTranslation } from '@modellregion/kernel/words'
import type { pass as de } from '../de/pass.ts'

export const pass: EasyTranslation<typeof de> = {}
