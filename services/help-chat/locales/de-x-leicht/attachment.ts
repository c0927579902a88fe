import type { EasyTranslation } from '@modellregion/kernel/words'
import type { attachment as de } from '../de/attachment.ts'

export const attachment: EasyTranslation<typeof de> = {
  'attachment.removed-title': 'Das haben wir auf Ihrem Gerät gelöscht',
  'attachment.removed-nothing': 'In der Datei war **nichts** versteckt.',
  'attachment.removed.gps': 'Der Ort vom Foto',
  'attachment.removed.camera': 'Das Gerät',
  'attachment.removed.author': 'Der Name',
  'attachment.removed.date': 'Die Zeit',
  'attachment.removed.software': 'Das Programm',
  'attachment.removed.thumbnail': 'Ein kleines Bild',
  'attachment.removed.comment': 'Eine Notiz',
  'attachment.removed.history': 'Etwas von früher',
  'attachment.removed.other': 'Etwas anderes',
  'attachment.why.unknown': 'In dieser Datei ist vielleicht etwas versteckt.\nZum Beispiel: Ihr Name.\nWir können das **nicht** löschen.',
  'attachment.why.damaged': 'Diese Datei ist kaputt.\nWir können darin **nichts** löschen.\nMachen Sie vielleicht ein Foto davon.',
  'attachment.why.encrypted': 'Diese Datei hat ein Passwort.\nWir können darin **nichts** löschen.\nBitte speichern Sie die Datei ohne Passwort.',
  'attachment.why.too-large': 'Diese Datei ist zu groß.',
  'attachment.why.bomb': 'Diese Datei ist gefährlich.\nWir senden die Datei **nicht**.',
  'attachment.why.empty': 'Diese Datei ist leer.\nBitte nehmen Sie eine andere Datei.',
  'attachment.neutral.picture': 'bild',
  'attachment.neutral.document': 'dokument',
}
