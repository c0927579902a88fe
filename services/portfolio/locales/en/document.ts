import type { Translation } from '@modellregion/kernel/words'
import type { document as de } from '../de/document.ts'

export const document: Translation<typeof de> = {
}
