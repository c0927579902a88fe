import type { Translation } from '@modellregion/kernel/words'
import type { eid as de } from '../de/eid.ts'

export const eid: Translation<typeof de> = {}
