import type { EasyTranslation } from '@modellregion/kernel/words'
import type { eid as de } from '../de/eid.ts'

export const eid: EasyTranslation<typeof de> = {}
