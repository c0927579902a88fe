import type { Dictionary } from '@modellregion/kernel/words'

export const meter = {} satisfies Dictionary
