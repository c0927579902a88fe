import type { EasyTranslation } from '@modellregion/kernel/words'
import type { staff as de } from '../de/staff.ts'

export const staff: EasyTranslation<typeof de> = {}
