import type { Dictionary } from '@modellregion/kernel/words'

/** Plain strings: the islands of both sides speak them. */
export const attachment = {
  'attachment.removed-title': 'Auf diesem Gerät entfernt',
  'attachment.removed-nothing': 'In dieser Datei steckten keine versteckten Angaben.',
  'attachment.removed.gps': 'Ort der Aufnahme',
  'attachment.removed.camera': 'Gerät',
  'attachment.removed.author': 'Name',
  'attachment.removed.date': 'Zeitpunkt',
  'attachment.removed.software': 'Programm',
  'attachment.removed.thumbnail': 'Vorschaubild',
  'attachment.removed.comment': 'Bemerkung',
  'attachment.removed.history': 'Frühere Fassung oder Name im Verlauf',
  'attachment.removed.other': 'Weitere Angabe',
  'attachment.why.unknown': {
    sie: 'Aus dieser Art von Datei können wir versteckte Angaben nicht entfernen. Darin können Ihr Name, Ihr Gerät oder der Ort stehen.',
    du: 'Aus dieser Art von Datei können wir versteckte Angaben nicht entfernen. Darin können dein Name, dein Gerät oder der Ort stehen.',
  },
  'attachment.why.damaged': 'Diese Datei ist beschädigt oder ungewöhnlich aufgebaut. Deshalb konnten wir versteckte Angaben nicht entfernen. Ein Foto vom Bildschirm oder eine neu gespeicherte Datei hilft.',
  'attachment.why.encrypted': {
    sie: 'Diese Datei hat ein Passwort. Deshalb konnten wir versteckte Angaben nicht entfernen. Speichern Sie die Datei ohne Passwort, und wählen Sie sie noch einmal.',
    du: 'Diese Datei hat ein Passwort. Deshalb konnten wir versteckte Angaben nicht entfernen. Speichere die Datei ohne Passwort, und wähle sie noch einmal.',
  },
  'attachment.why.too-large': {
    sie: 'Diese Datei ist größer als 25 MB. Verkleinern Sie sie, oder teilen Sie sie auf.',
    du: 'Diese Datei ist größer als 25 MB. Verkleinere sie, oder teile sie auf.',
  },
  'attachment.why.bomb': 'Diese Datei würde ausgepackt sehr viel größer, als erlaubt ist. Deshalb wird nichts davon gesendet.',
  'attachment.why.empty': {
    sie: 'Diese Datei ist leer. Bitte wählen Sie eine andere.',
    du: 'Diese Datei ist leer. Bitte wähle eine andere.',
  },
  'attachment.neutral.picture': 'bild',
  'attachment.neutral.document': 'dokument',
} satisfies Dictionary
