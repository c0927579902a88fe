import type { Dictionary } from '@modellregion/kernel/words'

export const codec = {} satisfies Dictionary
