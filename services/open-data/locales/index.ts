import { kernelWords, type KernelWords } from '@modellregion/kernel'
import { defineWords, mergeWords, type Say } from '@modellregion/kernel/words'
import { leicht } from './de-x-leicht.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** The service's own words, for the manifest. */
export const words = defineWords({ de, en, leicht })
/** The same and the kernel's, for forms: what is said about mistakes is said in one place. */
export const pageWords = mergeWords(kernelWords, words)

/** The words of open data in one voice; pages take it as `t`. */
export type T = Say<typeof de>
export type PageT = Say<KernelWords & typeof de>
