import type { Dictionary } from '@modellregion/kernel/words'

export const thread = {} satisfies Dictionary
