import type { Translation } from '@modellregion/kernel/words'
import type { lesson as de } from '../de/lesson.ts'

export const lesson: Translation<typeof de> = {}
