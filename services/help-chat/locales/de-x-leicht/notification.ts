import type { EasyTranslation } from '@modellregion/kernel/words'
import type { notification as de } from '../de/notification.ts'

export const notification: EasyTranslation<typeof de> = {}
