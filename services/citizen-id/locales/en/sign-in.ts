import type { Translation } from '@modellregion/kernel/words'
import type { signIn as de } from '../de/sign-in.ts'

export const signIn: Translation<typeof de> = {}
