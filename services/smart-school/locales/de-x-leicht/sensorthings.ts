import type { EasyTranslation } from '@modellregion/kernel/words'
import type { sensorthings as de } from '../de/sensorthings.ts'

export const sensorthings: EasyTranslation<typeof de> = {
  'sensorthings.title': 'Mess-Werte für Computer-Programme',
  'sensorthings.lead': 'Auf dieser Seite geht es um Computer-Programme. Computer-Programme können hier Mess-Werte lesen.',
  'sensorthings.access': 'Wer darf was lesen?',
  'sensorthings.access-text': 'Alle dürfen zum Beispiel lesen: Wie viel Strom braucht die Schule? Andere Mess-Werte zeigen, wer in einem Raum war. Diese Mess-Werte sind geschützt.',
}
