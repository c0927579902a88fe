import type { Translation } from '@modellregion/kernel/words'
import type { grant as de } from '../de/grant.ts'

export const grant: Translation<typeof de> = {
}
