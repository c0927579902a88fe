import type { Dictionary } from '@modellregion/kernel/words'

export const notification = {} satisfies Dictionary
