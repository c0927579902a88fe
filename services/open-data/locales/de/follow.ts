import type { Dictionary } from '@modellregion/kernel/words'

/** Being told by mail what is new. */
export const follow = {
  'follow.privacy.purpose': 'Benachrichtigung über neue Daten',
  'follow.privacy.until': 'Bis zur Abmeldung; unbestätigte Adressen sieben Tage',
  'follow.privacy.data': 'E-Mail-Adresse und Sprache',
  'follow.privacy.subjects': 'Was eine Adresse verfolgt',
} satisfies Dictionary
