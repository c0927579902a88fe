import type { Translation } from '@modellregion/kernel/words'
import type { energy as de } from '../de/energy.ts'

export const energy: Translation<typeof de> = {}
