import type { Dictionary } from '@modellregion/kernel/words'

export const thread = {
  // What the server answers when it keeps something back. Screens have words of their own; these stand in the answer itself.
  'help-chat.thread.work-invalid': 'Die Prüfung vor dem Absenden ist nicht gültig. Bitte noch einmal absenden.',
  'help-chat.thread.work-spent': 'Diese Prüfung hat schon ein Gespräch begonnen. Bitte noch einmal absenden.',
  'help-chat.thread.work-expired': 'Die Prüfung ist abgelaufen. Bitte noch einmal absenden, der Text bleibt erhalten.',
  'help-chat.thread.ticket-early': 'Die Wartezeit ist noch nicht vorbei. Bitte etwas später absenden.',
  'help-chat.thread.line-full': 'Es warten gerade zu viele. Bitte in einer halben Stunde noch einmal versuchen oder anrufen.',
  'help-chat.thread.case-known': 'Dieses Gespräch gibt es schon. Bitte neu beginnen.',
  'help-chat.thread.foreign': 'Die Nachricht gehört zu einem anderen Gespräch. Bitte das Gespräch neu laden.',
  'help-chat.thread.epoch-invalid': 'Die Liste derer, die lesen können, ist nicht vollständig. Bitte das Gespräch neu laden.',
  'help-chat.thread.epoch-signature': 'Die Liste derer, die lesen können, ist nicht gültig unterschrieben. Bitte das Gespräch neu laden.',
  'help-chat.thread.party-unknown': 'Eine Vertrauensperson hat neue Schlüssel. Bitte das Gespräch neu laden und noch einmal absenden.',
  'help-chat.thread.too-many': { sie: 'Heute sind in diesem Gespräch schon sehr viele Nachrichten angekommen. Morgen geht es weiter. Wenn es eilt, rufen Sie bitte an.', du: 'Heute sind in diesem Gespräch schon sehr viele Nachrichten angekommen. Morgen geht es weiter. Wenn es eilt, ruf bitte an.' },
  'help-chat.thread.envelope-signature': 'Die Unterschrift der Nachricht stimmt nicht. Bitte das Gespräch neu laden und noch einmal absenden.',
  'help-chat.thread.envelope-length': 'Die Nachricht hat keine der erlaubten Längen. Bitte das Gespräch neu laden und noch einmal absenden.',
  'help-chat.thread.sender': 'Diese Nachricht ist von jemand anderem. Bitte das Gespräch neu laden.',
  'help-chat.thread.sequence': 'Inzwischen ist eine andere Nachricht angekommen. Erst wird diese geladen, danach bitte noch einmal absenden.',
  'help-chat.thread.not-reader': 'Wer dieses Gespräch nicht lesen kann, kann auch nicht darin schreiben.',
  'help-chat.thread.not-your-case': 'Dieses Gespräch gibt es nicht.',
  'help-chat.thread.kept-by-law': 'Ein Hinweis wird drei Jahre nach Abschluss des Verfahrens gelöscht (§ 11 Absatz 5 HinSchG). Vorher ist das Löschen nicht möglich.',
  'help-chat.thread.report-already': 'Das ist schon ein Hinweis nach dem Hinweisgeberschutzgesetz.',
  'help-chat.thread.nothing-to-do': 'Das gibt es nur bei einem Hinweis nach dem Hinweisgeberschutzgesetz.',
  'help-chat.thread.not-extendable': 'Diese Frist setzt das Gesetz. Eine Verlängerung ist nicht möglich.',
  'help-chat.thread.extended-enough': 'Diese Zusage wurde schon einmal verlängert.',
  'help-chat.thread.file-length': 'Die Datei ist größer als 25 MB oder unvollständig angekommen. Bitte eine kleinere Datei wählen.',
  'help-chat.thread.file-full': 'In diesem Gespräch liegen schon sehr viele Dateien. Bitte die Dateien zum Treffen mitbringen.',
  'help-chat.thread.escrow-has-readers': 'Dieses Gespräch kann noch jemand lesen. Bitte diese Vertrauensperson um die Übergabe bitten.',
  'help-chat.thread.escrow-none': 'Für dieses Gespräch sind keine Schlüsselteile hinterlegt, oder es gibt keine offene Anfrage.',
  'help-chat.thread.escrow-open': 'Für dieses Gespräch läuft schon eine Anfrage.',
  'help-chat.thread.escrow-over': 'Diese Anfrage ist schon beendet.',
  'help-chat.thread.no-keys': 'Für diese Kommune gibt es noch keine Schlüssel. Bitte zuerst Schlüssel anlegen.',

  // The calendar lies on telephones and at foreign hosts: it names no case.
  'thread.calendar.deadline': 'Frist',
  'thread.calendar.promise': 'Antwort zugesagt',

  'thread.personal.calendar': 'Kalender der Fristen für Vertrauenspersonen',
  'thread.personal.calendar-data': 'Adresse des Kalenders als Prüfwert',

  // To the head of an office, about no case in particular.
  'thread.overdue.subject': 'Vertrauensstelle: Eine Frist ist abgelaufen',
  'thread.overdue.text': (p: { office: string }) => ({
    sie: `In der Vertrauensstelle ist eine Frist abgelaufen, ohne dass es eine Antwort gab.\n\nBitte fragen Sie die Vertrauenspersonen, ob Unterstützung nötig ist. Worum es geht, steht nicht in dieser Nachricht, und auch sonst erfahren Sie es nicht.\n\nÜbersicht der Vertrauensstelle: ${p.office}`,
    du: `In der Vertrauensstelle ist eine Frist abgelaufen, ohne dass es eine Antwort gab.\n\nBitte frag die Vertrauenspersonen, ob Unterstützung nötig ist. Worum es geht, steht nicht in dieser Nachricht, und auch sonst erfährst du es nicht.\n\nÜbersicht der Vertrauensstelle: ${p.office}`,
  }),
} satisfies Dictionary
