import type { EasyTranslation } from '@modellregion/kernel/words'
import type { app as de } from '../de/app.ts'

export const app: EasyTranslation<typeof de> = {}
