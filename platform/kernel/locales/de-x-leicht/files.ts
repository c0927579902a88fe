import type { EasyTranslation } from '../../i18n/words.ts'
import type { files as de } from '../de/files.ts'

/** Drafts until two readers from the target group have checked them. */
export const files = {
  'files.download': (p) => `Datei herunterladen: ${p.name}`,
  'files.name': 'Name von der Datei',
  'files.format': 'Art von der Datei',
  'files.size': 'Größe',
  'files.remove': (p) => `Diese Datei weglassen: ${p.name}`,
  'files.added': (p) => `Diese Datei ist da: ${p.name}.`,
  'files.error.too-large': 'Die Datei ist zu groß.\nBitte nehmen Sie eine kleinere Datei.',
  'files.error.type-mismatch': 'Der Name von der Datei passt **nicht**.\nBitte nehmen Sie eine andere Datei.',
  'files.error.type-refused': (p) => `Diese Datei geht hier **nicht**.\nDiese Dateien gehen: ${p.formats}.`,
  'files.error.empty': 'Die Datei ist leer.\nBitte nehmen Sie eine andere Datei.',
  'files.error.interrupted': 'Das Internet war kurz weg.\nBitte schicken Sie die Datei noch einmal.',
  'files.error.gone': 'Diese Datei ist weg.',
} satisfies EasyTranslation<typeof de>
