import type { Dictionary } from '@modellregion/kernel/words'

export const blueprint = {} satisfies Dictionary
