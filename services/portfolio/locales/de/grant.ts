import type { Dictionary } from '@modellregion/kernel/words'

export const grant = {
} satisfies Dictionary
