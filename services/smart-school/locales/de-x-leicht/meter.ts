import type { EasyTranslation } from '@modellregion/kernel/words'
import type { meter as de } from '../de/meter.ts'

export const meter: EasyTranslation<typeof de> = {
  'meter.lead': (p) => `Das ist ein Zähler der Schule ${p.school}.\nDer Zähler misst den Verbrauch.`,
  'meter.not-public': 'Diesen Zähler sehen nur Menschen von der Schule.',
  'meter.aside.lead': 'Manche Zahlen können nicht stimmen.\nDiese Zahlen zählen nicht mit.\nSie können die Zahlen trotzdem sehen.',
  'meter.exchange.lead': (p) => `${p.meter}.\nIst der Zähler neu?\nDann schreiben Sie es hier auf.`,
  'meter.exchange.oldReading-hint': 'Was hat der alte Zähler zuletzt gezeigt?\nWissen Sie es nicht?\nDann lassen Sie das Feld leer.',
}
