import type { EasyTranslation } from '@modellregion/kernel/words'
import type { device as de } from '../de/device.ts'

export const device: EasyTranslation<typeof de> = {}
