import type { EasyTranslation } from '@modellregion/kernel/words'
import type { lesson as de } from '../de/lesson.ts'

export const lesson: EasyTranslation<typeof de> = {}
