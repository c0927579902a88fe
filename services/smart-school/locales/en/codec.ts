import type { Translation } from '@modellregion/kernel/words'
import type { codec as de } from '../de/codec.ts'

export const codec: Translation<typeof de> = {}
