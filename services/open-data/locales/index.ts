import { defineWords, type Say } from '@modellregion/kernel/words'
import { leicht } from './de-x-leicht.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const words = defineWords({ de, en, leicht })
/** The words of open data in one voice; pages take it as `t`. */
export type T = Say<typeof de>
