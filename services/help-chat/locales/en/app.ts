import type { Translation } from '@modellregion/kernel/words'
import type { app as de } from '../de/app.ts'

export const app: Translation<typeof de> = {}
