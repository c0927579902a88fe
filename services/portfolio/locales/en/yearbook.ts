import type { Translation } from '@modellregion/kernel/words'
import type { yearbook as de } from '../de/yearbook.ts'

export const yearbook: Translation<typeof de> = {
}
