import type { Dictionary } from '@modellregion/kernel/words'

export const cases = {} satisfies Dictionary
