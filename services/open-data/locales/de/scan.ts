import type { Dictionary } from '@modellregion/kernel/words'

/** Looking for people in files before they are published. */
export const scan = {
  'scan.privacy.purpose': 'Nachvollziehen, wer über einen Fund bei der Suche nach Personendaten entschieden hat',
} satisfies Dictionary
