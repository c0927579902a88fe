import type { Translation } from '@modellregion/kernel/words'
import type { device as de } from '../de/device.ts'

export const device: Translation<typeof de> = {}
