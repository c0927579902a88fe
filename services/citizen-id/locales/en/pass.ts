import type { Translation } from '@modellregion/kernel/words'
import type { pass as de } from '../de/pass.ts'

export const pass: Translation<typeof de> = {}
