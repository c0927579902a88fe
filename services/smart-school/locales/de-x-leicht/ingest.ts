import type { EasyTranslation } from '@modellregion/kernel/words'
import type { ingest as de } from '../de/ingest.ts'

export const ingest: EasyTranslation<typeof de> = {}
