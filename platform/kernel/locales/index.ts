import { defineWords } from '../i18n/words.ts'
import { leicht } from './de-x-leicht.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** Everything the kernel says, in three languages. */
export const kernelWords = defineWords({ de, en, leicht })
export type KernelWords = typeof de

export { lifeSituations, type LifeSituation } from './life-situations.ts'
export { persons, type PersonForms, type PersonId } from './persons.ts'
export { serviceNames, type NamedService, type ServiceName } from './services.ts'
