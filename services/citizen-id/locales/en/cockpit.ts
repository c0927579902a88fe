import type { Translation } from '@modellregion/kernel/words'
import type { cockpit as de } from '../de/cockpit.ts'

export const cockpit: Translation<typeof de> = {}
