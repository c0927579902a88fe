import type { Translation } from '@modellregion/kernel/words'
import type { mandate as de } from '../de/mandate.ts'

export const mandate: Translation<typeof de> = {}
