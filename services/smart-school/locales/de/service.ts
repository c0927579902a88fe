import type { Dictionary } from '@modellregion/kernel/words'

export const service = {
  'service.title': 'Smart School',
  'service.summary': 'Luft, Wärme, Strom und Wasser der Schulen sehen, verstehen und daraus lernen.',
} satisfies Dictionary
