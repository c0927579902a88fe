import type { Dictionary } from '@modellregion/kernel/words'

export const statistics = {} satisfies Dictionary
