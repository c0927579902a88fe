import type { EasyTranslation } from '@modellregion/kernel/words'
import type { thread as de } from '../de/thread.ts'

export const thread: EasyTranslation<typeof de> = {}
