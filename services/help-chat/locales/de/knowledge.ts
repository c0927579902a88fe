import type { Dictionary } from '@modellregion/kernel/words'

export const knowledge = {
  'knowledge.title': 'Vertraulicher Rat',
} satisfies Dictionary
