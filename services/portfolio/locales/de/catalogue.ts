import type { Dictionary } from '@modellregion/kernel/words'

export const catalogue = {
} satisfies Dictionary
