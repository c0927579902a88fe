import type { Translation } from '@modellregion/kernel/words'
import type { blueprint as de } from '../de/blueprint.ts'

export const blueprint: Translation<typeof de> = {}
