import type { EasyTranslation } from '@modellregion/kernel/words'
import type { sensorthings as de } from '../de/sensorthings.ts'

export const sensorthings: EasyTranslation<typeof de> = {}
