import type { Dictionary } from '@modellregion/kernel/words'

export const water = {} satisfies Dictionary
