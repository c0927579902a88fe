import type { Dictionary } from '@modellregion/kernel/words'

export const network = {
} satisfies Dictionary
