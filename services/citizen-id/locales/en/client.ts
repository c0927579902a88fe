import type { Translation } from '@modellregion/kernel/words'
import type { client as de } from '../de/client.ts'

export const client: Translation<typeof de> = {}
