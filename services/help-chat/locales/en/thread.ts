import type { Translation } from '@modellregion/kernel/words'
import type { thread as de } from '../de/thread.ts'

export const thread: Translation<typeof de> = {}
