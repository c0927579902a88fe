import type { Translation } from '@modellregion/kernel/words'
import type { catalogue as de } from '../de/catalogue.ts'

export const catalogue: Translation<typeof de> = {
}
