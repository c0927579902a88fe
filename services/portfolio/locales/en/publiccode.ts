import type { Translation } from '@modellregion/kernel/words'
import type { publiccode as de } from '../de/publiccode.ts'

export const publiccode: Translation<typeof de> = {
}
