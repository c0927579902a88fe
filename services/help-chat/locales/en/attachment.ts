import type { Translation } from '@modellregion/kernel/words'
import type { attachment as de } from '../de/attachment.ts'

export const attachment: Translation<typeof de> = {}
