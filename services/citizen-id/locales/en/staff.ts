import type { Translation } from '@modellregion/kernel/words'
import type { staff as de } from '../de/staff.ts'

export const staff: Translation<typeof de> = {}
