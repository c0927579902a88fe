import type { Dictionary } from '@modellregion/kernel/words'

export const app = {
  'app.exit': 'Schnell weg',
  'app.exit-keys': 'oder dreimal Esc drücken',
} satisfies Dictionary
