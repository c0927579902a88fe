import type { EasyTranslation } from '@modellregion/kernel/words'
import type { thread as de } from '../de/thread.ts'

export const thread: EasyTranslation<typeof de> = {
  'help-chat.thread.work-invalid': 'Das Senden hat **nicht** geklappt.\nBitte senden Sie noch einmal.',
  'help-chat.thread.work-spent': 'Das Senden hat **nicht** geklappt.\nBitte senden Sie noch einmal.',
  'help-chat.thread.work-expired': 'Es hat zu lange gedauert.\nBitte senden Sie noch einmal.\nIhr Text ist noch da.',
  'help-chat.thread.ticket-early': 'Die Warte-Zeit ist noch **nicht** vorbei.\nBitte senden Sie etwas später.',
  'help-chat.thread.line-full': 'Gerade warten sehr viele Menschen.\nBitte versuchen Sie es in einer halben Stunde noch einmal.\nOder Sie rufen an.',
  'help-chat.thread.case-known': 'Dieses Gespräch gibt es schon.\nBitte fangen Sie neu an.',
  'help-chat.thread.foreign': 'Das Senden hat **nicht** geklappt.\nBitte öffnen Sie das Gespräch neu.',
  'help-chat.thread.party-unknown': 'Eine Person hat neue Schlüssel.\nBitte öffnen Sie das Gespräch neu.\nDann senden Sie noch einmal.',
  'help-chat.thread.too-many': 'Heute sind schon sehr viele Nachrichten da.\nMorgen geht es weiter.\nIst es sehr eilig?\nDann rufen Sie bitte an.',
  'help-chat.thread.sequence': 'Es gibt eine neue Nachricht.\nBitte lesen Sie die neue Nachricht.\nDann senden Sie noch einmal.',
  'help-chat.thread.not-your-case': 'Dieses Gespräch gibt es **nicht**.',
  'help-chat.thread.kept-by-law': 'Sie haben einen Hinweis gegeben.\nWir müssen den Hinweis 3 Jahre lang aufheben.\nDas steht im Gesetz.\nVorher kann man den Hinweis **nicht** löschen.',
  'help-chat.thread.report-already': 'Das ist schon ein Hinweis.',
  'help-chat.thread.file-length': 'Die Datei ist zu groß.\nBitte nehmen Sie eine kleinere Datei.',
  'help-chat.thread.file-full': 'Hier sind schon sehr viele Dateien.\nBitte bringen Sie die Dateien zum Treffen mit.',
}
