import type { EasyTranslation } from '@modellregion/kernel/words'
import type { scim as de } from '../de/scim.ts'

export const scim: EasyTranslation<typeof de> = {}
