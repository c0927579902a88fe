import type { Dictionary } from '@modellregion/kernel/words'

export const protection = {} satisfies Dictionary
