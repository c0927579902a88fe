import type { EasyTranslation } from '@modellregion/kernel/words'
import type { de } from './de.ts'
import { service } from './de-x-leicht/service.ts'
import { wallet } from './de-x-leicht/wallet.ts'

export const leicht: EasyTranslation<typeof de> = {
  'service.title': 'Übungs·ausweise',
  'service.summary': 'Hier können Sie den Online-Ausweis ausprobieren.\nDiese Menschen gibt es **nicht** wirklich.',
  'kit.label': 'Nur zum Üben: kein echter Ausweis',
  'kit.label-bundid': 'Nur zum Üben: **nicht** die echte BundID',
  'kit.label-text': 'Diese Menschen gibt es **nicht** wirklich.\nSchreiben Sie hier **keine** echten Angaben.',
  'kit.cancel': 'Aufhören',
  'card.title': 'Karte auflegen',
  'card.lead': (p) => `${p.host} möchte einen Ausweis lesen.\nWelche Karte nehmen Sie?`,
  'card.choose': (p) => `Karte von ${p.name} nehmen`,
  'card.valid': 'gilt noch',
  'card.expired': 'zu alt',
  'pin.title': 'PIN eingeben',
  'pin.lead': (p) => `Sie haben die Karte von ${p.name}.`,
  'pin.reads': 'Das lesen wir',
  'pin.field': 'PIN',
  'pin.hint': (p) => `Die PIN hat 6 Zahlen.\nSie heißt hier immer: ${p.pin}`,
  'pin.send': 'Angaben schicken',
  'pin.other-card': 'Andere Karte',
  'pin.wrong.one': 'Die PIN ist falsch.\nSie haben noch 1 Versuch.',
  'pin.wrong.other': (p, f) => `Die PIN ist falsch.\nSie haben noch ${f.number(p.count)} Versuche.`,
  'bundid.title': 'Übungs-BundID: Anmelden',
  'bundid.enter': (p) => `Als ${p.name} anmelden`,
  'consent.title': 'Übungs-BundID: Angaben schicken',
  'consent.lead': (p) => `Diese Angaben gehen an ${p.host}.`,
  'consent.cancelled': 'Übungs-BundID: Sie haben aufgehört',
  'consent.cancelled-lead': (p) => `Wir schicken **keine** Angaben an ${p.host}.`,
  'consent.back': 'Zurück',
  'consent.send': 'Ja, weiter',
  ...wallet,
  ...service,
}
