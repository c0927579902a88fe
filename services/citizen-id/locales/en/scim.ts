import type { Translation } from '@modellregion/kernel/words'
import type { scim as de } from '../de/scim.ts'

export const scim: Translation<typeof de> = {}
