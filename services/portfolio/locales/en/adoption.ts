import type { Translation } from '@modellregion/kernel/words'
import type { adoption as de } from '../de/adoption.ts'

export const adoption: Translation<typeof de> = {
}
