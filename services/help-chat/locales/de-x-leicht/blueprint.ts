import type { EasyTranslation } from '@modellregion/kernel/words'
import type { blueprint as de } from '../de/blueprint.ts'

export const blueprint: EasyTranslation<typeof de> = {}
