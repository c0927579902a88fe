import type { EasyTranslation } from '@modellregion/kernel/words'
import type { desk as de } from '../de/desk.ts'

export const desk: EasyTranslation<typeof de> = {}
