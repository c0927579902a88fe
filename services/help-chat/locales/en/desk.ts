import type { Translation } from '@modellregion/kernel/words'
import type { desk as de } from '../de/desk.ts'

export const desk: Translation<typeof de> = {}
