import type { Dictionary } from '@modellregion/kernel/words'

/** Keys for programs. */
export const token = {
  'token.privacy.purpose': 'Zugriff von Programmen auf das Datenportal im Namen eines Kontos erlauben und beenden',
} satisfies Dictionary
