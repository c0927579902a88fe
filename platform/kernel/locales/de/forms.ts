import type { Moment } from '../../i18n/formats.ts'
import type { Dictionary } from '../../i18n/words.ts'

/** What is wrong with a field: what happened and what is right. `field` is the label of the field. */
export const forms = {
  'forms.error.missing': (p: { field: string }) => `${p.field}: Diese Angabe fehlt noch.`,
  'forms.error.too-long': (p: { field: string; limit: number }, f) => `${p.field}: Das ist zu lang. Höchstens ${f.number(p.limit)} Zeichen passen hinein.`,
  'forms.error.too-short': (p: { field: string; limit: number }, f) => `${p.field}: Das ist zu kurz. Mindestens ${f.number(p.limit)} Zeichen sind nötig.`,
  'forms.error.too-small': (p: { field: string; limit: number }, f) => `${p.field}: Die Zahl ist zu klein. Der kleinste Wert ist ${f.number(p.limit)}.`,
  'forms.error.too-large': (p: { field: string; limit: number }, f) => `${p.field}: Die Zahl ist zu groß. Der größte Wert ist ${f.number(p.limit)}.`,
  'forms.error.not-a-number': (p: { field: string }) => `${p.field}: Hier gehört eine Zahl hin, zum Beispiel 12,5.`,
  'forms.error.not-whole': (p: { field: string }) => `${p.field}: Hier gehört eine ganze Zahl hin, zum Beispiel 12.`,
  'forms.error.not-offered': (p: { field: string }) => ({
    sie: `${p.field}: Diese Auswahl gibt es nicht. Bitte wählen Sie eine der angebotenen Möglichkeiten.`,
    du: `${p.field}: Diese Auswahl gibt es nicht. Bitte wähl eine der angebotenen Möglichkeiten.`,
  }),
  'forms.error.wrong-form': (p: { field: string }) => `${p.field}: Die Schreibweise passt nicht. Der Hinweis am Feld zeigt, wie es geht.`,
  'forms.error.date-missing-part': (p: { field: string }) => `${p.field}: Zum Datum gehören Tag, Monat und Jahr.`,
  'forms.error.date-unreal': (p: { field: string }) => ({
    sie: `${p.field}: Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat.`,
    du: `${p.field}: Diesen Tag gibt es nicht. Bitte prüfe Tag und Monat.`,
  }),
  'forms.error.date-too-early': (p: { field: string; date: Moment }, f) => `${p.field}: Das Datum liegt zu früh. Frühestens geht der ${f.date(p.date)}.`,
  'forms.error.date-too-late': (p: { field: string; date: Moment }, f) => `${p.field}: Das Datum liegt zu spät. Spätestens geht der ${f.date(p.date)}.`,
  'forms.error.postcode': 'Die Postleitzahl hat 5 Ziffern, zum Beispiel 52062.',
  'forms.error.mail': 'Die E-Mail-Adresse ist unvollständig. Richtig ist zum Beispiel name@example.org.',
  'forms.summary': 'Das ist noch zu ändern',
  'forms.characters-left.one': 'Noch 1 Zeichen frei',
  'forms.characters-left.other': (p: { count: number }, f) => `Noch ${f.number(p.count)} Zeichen frei`,
  'forms.day': 'Tag',
  'forms.month': 'Monat',
  'forms.year': 'Jahr',
  'forms.date-hint': (p: { example: Moment }, f) => `Zum Beispiel: ${f.date(p.example, 'medium')}`,
  'forms.yes': 'Ja',
  'forms.no': 'Nein',
  'forms.no-answer': 'Keine Angabe',
  'forms.unknown': 'Unbekannt',
  'forms.please-choose': 'Bitte wählen',
  'forms.step': (p: { step: number; total: number }, f) => `Schritt ${f.number(p.step)} von ${f.number(p.total)}`,
  'forms.change': (p: { field: string }) => `${p.field} ändern`,
  'forms.send': 'Absenden',
  'forms.sent-title': {
    sie: 'Vielen Dank, wir haben Ihre Nachricht',
    du: 'Vielen Dank, wir haben deine Nachricht',
  },
} satisfies Dictionary
