import type { EasyTranslation } from '@modellregion/kernel/words'
import type { publiccode as de } from '../de/publiccode.ts'

export const publiccode: EasyTranslation<typeof de> = {
  'publiccode.check.title': 'Eine Datei prüfen',
  'publiccode.check.lead': 'Diese Seite ist für Profis.\nEin Programm hat eine Datei über sich selbst.\nDie Datei heißt: publiccode.yml.\nHier prüfen wir diese Datei.\nDanach löschen wir sie sofort.',
  'publiccode.check.text': 'Text von der Datei',
  'publiccode.check.file': 'Datei',
  'publiccode.check.address': 'Adresse im Internet',
  'publiccode.check.send': 'Prüfen',
  'publiccode.check.by-text': 'Mit Adresse oder Text',
  'publiccode.check.by-file': 'Mit einer Datei',
  'publiccode.check.nothing': 'Das Feld ist leer.\nWir brauchen eine Datei, einen Text oder eine Adresse.',
  'publiccode.check.good': 'Die Datei ist richtig.',
  'publiccode.check.invalid': 'Die Datei hat Fehler.',
  'publiccode.check.valid-warnings': 'Die Datei ist richtig.\nEtwas kann man besser machen.',
  'publiccode.detail.title': 'Das steht über das Programm fest',
  'publiccode.detail.version': 'Version',
  'publiccode.detail.released': 'Diese Version gibt es seit',
  'publiccode.detail.status': 'So weit ist das Programm',
  'publiccode.detail.languages': 'Sprachen',
  'publiccode.detail.licence': 'Lizenz',
  'publiccode.detail.maintenance': 'Wer arbeitet weiter daran?',
  'publiccode.detail.features': 'Das kann das Programm',
  'publiccode.detail.depends': 'Das braucht das Programm',
  'publiccode.vitality.title': 'Arbeitet noch jemand daran?',
  'publiccode.vitality.score': (p: { score: number }) => `${p.score} von 100 Punkten.`,
  'publiccode.vitality.failed-text': 'Wir haben die Datei nicht mehr gefunden.\nWir versuchen es wieder.',
}
