import type { Translation } from '@modellregion/kernel/words'
import type { password as de } from '../de/password.ts'

export const password: Translation<typeof de> = {}
