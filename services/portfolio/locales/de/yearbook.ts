import type { Dictionary } from '@modellregion/kernel/words'

export const yearbook = {
} satisfies Dictionary
