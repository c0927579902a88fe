import type { Dictionary } from '@modellregion/kernel/words'

export const air = {} satisfies Dictionary
