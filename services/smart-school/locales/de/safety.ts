import type { Dictionary } from '@modellregion/kernel/words'

export const safety = {} satisfies Dictionary
