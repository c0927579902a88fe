import type { Translation } from '@modellregion/kernel/words'
import type { bundid as de } from '../de/bundid.ts'

export const bundid: Translation<typeof de> = {}
