import type { Translation } from '@modellregion/kernel/words'
import type { ingest as de } from '../de/ingest.ts'

export const ingest: Translation<typeof de> = {}
