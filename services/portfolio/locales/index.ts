import { kernelWords, type KernelWords } from '@modellregion/kernel'
import { defineWords, mergeWords, type Say } from '@modellregion/kernel/words'
import { leicht } from './de-x-leicht.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** The service's own words, for the manifest. */
export const words = defineWords({ de, en, leicht })
/** The same and the kernel's, for pages: what a form says about mistakes is said in one place. */
export const pageWords = mergeWords(kernelWords, words)

export type T = Say<typeof de>
export type PageT = Say<KernelWords & typeof de>
