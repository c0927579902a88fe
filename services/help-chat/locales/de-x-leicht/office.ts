import type { EasyTranslation } from '@modellregion/kernel/words'
import type { office as de } from '../de/office.ts'

export const office: EasyTranslation<typeof de> = {}
