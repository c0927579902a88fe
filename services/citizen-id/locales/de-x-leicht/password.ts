import type { EasyTranslation } from '@modellregion/kernel/words'
import type { password as de } from '../de/password.ts'

export const password: EasyTranslation<typeof de> = {}
