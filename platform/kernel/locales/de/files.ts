import type { Dictionary } from '../../i18n/words.ts'

/** Files: sending, refusing, downloading. */
export const files = {
  'files.download': (p: { name: string }) => `${p.name} herunterladen`,
  'files.name': 'Dateiname',
  'files.format': 'Format',
  'files.size': 'Größe',
  'files.remove': (p: { name: string }) => `Datei entfernen: ${p.name}`,
  'files.added': (p: { name: string }) => `Hinzugefügt: ${p.name}`,
  'files.error.too-large': (p: { name: string; max: number }, f) => ({
    sie: `${f.quote(p.name)} ist größer als ${f.bytes(p.max)}. Verkleinern Sie die Datei oder teilen Sie sie auf.`,
    du: `${f.quote(p.name)} ist größer als ${f.bytes(p.max)}. Verkleinere die Datei oder teile sie auf.`,
  }),
  'files.error.type-mismatch': (p: { name: string }, f) => `${f.quote(p.name)} ist innen etwas anderes, als der Name sagt. Deshalb nehmen wir sie nicht an.`,
  'files.error.type-refused': (p: { name: string; formats: string }, f) => `${f.quote(p.name)} hat ein Format, das hier nicht erlaubt ist. Erlaubt: ${p.formats}.`,
  'files.error.empty': (p: { name: string }, f) => ({
    sie: `${f.quote(p.name)} ist leer. Bitte wählen Sie eine andere Datei.`,
    du: `${f.quote(p.name)} ist leer. Bitte wähl eine andere Datei.`,
  }),
  'files.error.interrupted': (p: { name: string }, f) => ({
    sie: `Die Übertragung ist abgebrochen. Bitte senden Sie ${f.quote(p.name)} noch einmal.`,
    du: `Die Übertragung ist abgebrochen. Bitte sende ${f.quote(p.name)} noch einmal.`,
  }),
  'files.error.gone': 'Diese Datei ist nicht mehr da.',
} satisfies Dictionary
