import type { EasyTranslation } from '@modellregion/kernel/words'
import type { protection as de } from '../de/protection.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const protection: EasyTranslation<typeof de> = {
  'protection.title': 'Das messen wir in den Schulen',
  'protection.lead': 'Hier lesen Sie:\nDas messen wir.\nDiese Menschen sehen die Werte.\nSo lange bleiben die Werte.',
  'protection.short': 'Das ist wichtig',
  'protection.short.rooms': 'Wir messen Räume und Geräte.\nWir messen **keine** Menschen.\nEs gibt **keine** Kameras.',
  'protection.short.presence': 'Werte können verraten:\nJemand war im Raum.\nDarum sehen nur wenige Menschen die Werte.',
  'protection.short.sealed': 'Manche Räume sind besonders geschützt.\nZum Beispiel das Lehrer·zimmer.\nDiese Werte sieht **niemand** einzeln.',
  'protection.short.pupils': 'Schülerinnen und Schüler haben **kein** Konto.\nWir speichern **nichts** über sie.',
  'protection.short.rights': 'Sie haben ein Konto?\nDann können Sie Ihre Daten ansehen.\nUnd Sie können die Daten löschen.',
  'protection.measured': 'Das messen wir',
  'protection.column.what': 'Was',
  'protection.column.why': 'Warum',
  'protection.column.where': 'Wo',
  'protection.column.who': 'Wer sieht das',
  'protection.column.how-long': 'Wie lange',
  'protection.audience.public': 'alle Menschen',
  'protection.audience.school': 'Menschen von der Schule',
  'protection.audience.staff': 'Haus·meister und Technik',
}
