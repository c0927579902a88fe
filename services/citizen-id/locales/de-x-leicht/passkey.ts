import type { EasyTranslation } from '@modellregion/kernel/words'
import type { passkey as de } from '../de/passkey.ts'

export const passkey: EasyTranslation<typeof de> = {}
