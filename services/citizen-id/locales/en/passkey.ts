import type { Translation } from '@modellregion/kernel/words'
import type { passkey as de } from '../de/passkey.ts'

export const passkey: Translation<typeof de> = {}
