import type { Translation } from '@modellregion/kernel/words'
import type { sensorthings as de } from '../de/sensorthings.ts'

export const sensorthings: Translation<typeof de> = {}
