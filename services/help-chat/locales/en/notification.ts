import type { Translation } from '@modellregion/kernel/words'
import type { notification as de } from '../de/notification.ts'

export const notification: Translation<typeof de> = {}
