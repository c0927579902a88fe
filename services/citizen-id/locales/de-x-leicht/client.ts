import type { EasyTranslation } from '@modellregion/kernel/words'
import type { client as de } from '../de/client.ts'

export const client: EasyTranslation<typeof de> = {}
