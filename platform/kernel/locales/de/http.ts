import type { Dictionary } from '../../i18n/words.ts'

/** Errors as pages: what happened, what to do, what is kept. `incident` is the number under which the failure stands in the log. */
export const http = {
  'http.400.title': 'Diese Anfrage können wir nicht lesen',
  'http.400.detail': 'Der Adresse oder dem Formular fehlt etwas, oder etwas darin ist unvollständig.',
  'http.400.next': {
    sie: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
    du: 'Bitte geh zurück und versuch es noch einmal.',
  },
  'http.401.title': 'Für diese Seite ist eine Anmeldung nötig',
  'http.401.detail': 'Hier stehen persönliche oder dienstliche Angaben. Deshalb fragen wir zuerst, wer da ist.',
  'http.401.next': {
    sie: 'Melden Sie sich an. Danach geht es auf dieser Seite weiter.',
    du: 'Melde dich an. Danach geht es auf dieser Seite weiter.',
  },
  'http.403.title': {
    sie: 'Diese Seite ist für Ihr Konto nicht freigegeben',
    du: 'Diese Seite ist für dein Konto nicht freigegeben',
  },
  'http.403.detail': 'Für diese Seite braucht ein Konto eine bestimmte Berechtigung, die hier fehlt.',
  'http.403.next': {
    sie: 'Fragen Sie die Verwaltung Ihrer Kommune, wenn Sie die Seite für Ihre Arbeit brauchen.',
    du: 'Frag die Verwaltung deiner Kommune, wenn du die Seite für deine Arbeit brauchst.',
  },
  'http.404.title': 'Diese Seite gibt es nicht',
  'http.404.detail': 'Vielleicht hat die Adresse einen Tippfehler, oder die Seite ist umgezogen.',
  'http.404.next': {
    sie: 'Suchen Sie nach einem Stichwort oder gehen Sie zur Startseite.',
    du: 'Such nach einem Stichwort oder geh zur Startseite.',
  },
  'http.405.title': 'So lässt sich diese Adresse nicht aufrufen',
  'http.405.detail': 'Die Adresse kennt diese Art der Anfrage nicht.',
  'http.405.next': {
    sie: 'Bitte beginnen Sie auf der Startseite.',
    du: 'Bitte beginn auf der Startseite.',
  },
  'http.409.title': 'Jemand war schneller',
  'http.409.detail': 'Dieser Eintrag hat sich geändert, während die Seite offen war. Gespeichert haben wir noch nichts.',
  'http.409.next': {
    sie: 'Gehen Sie zurück, kopieren Sie Ihren Text und laden Sie die Seite neu.',
    du: 'Geh zurück, kopiere deinen Text und lade die Seite neu.',
  },
  'http.410.title': 'Diese Seite gibt es nicht mehr',
  'http.410.detail': 'Der Inhalt wurde zurückgezogen oder gelöscht.',
  'http.410.next': {
    sie: 'Suchen Sie nach einem Stichwort oder gehen Sie zur Startseite.',
    du: 'Such nach einem Stichwort oder geh zur Startseite.',
  },
  'http.413.title': 'Das ist zu groß',
  'http.413.detail': 'Die Datei oder der Text ist größer, als wir annehmen können. Angekommen ist nichts davon.',
  'http.413.next': {
    sie: 'Verkleinern Sie die Datei oder teilen Sie sie auf.',
    du: 'Verkleinere die Datei oder teile sie auf.',
  },
  'http.415.title': 'Dieses Format können wir nicht lesen',
  'http.415.detail': 'Die Anfrage enthält eine Art von Datei, die hier nicht vorgesehen ist.',
  'http.415.next': {
    sie: 'Bitte wählen Sie ein Format, das neben dem Feld genannt ist.',
    du: 'Bitte wähl ein Format, das neben dem Feld genannt ist.',
  },
  'http.422.title': {
    sie: 'Bitte prüfen Sie Ihre Angaben',
    du: 'Bitte prüfe deine Angaben',
  },
  'http.422.detail': 'Mindestens eine Angabe passt nicht. Neben dem Feld steht, was richtig ist.',
  'http.422.next': {
    sie: 'Bitte gehen Sie zurück und ändern Sie die Angabe.',
    du: 'Bitte geh zurück und ändere die Angabe.',
  },
  'http.429.title': 'Das waren viele Anfragen in kurzer Zeit',
  'http.429.detail': 'Damit der Dienst für alle erreichbar bleibt, machen wir eine kurze Pause.',
  'http.429.next': {
    sie: 'Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    du: 'Bitte warte eine Minute und versuch es dann noch einmal.',
  },
  'http.500.title': 'Das hat leider nicht geklappt',
  'http.500.detail': (p: { incident: string }) => `Bei uns ist ein Fehler passiert. Er ist unter der Störungsnummer ${p.incident} aufgezeichnet.`,
  'http.500.next': {
    sie: 'Versuchen Sie es bitte in einigen Minuten noch einmal. Bei Fragen nennen Sie bitte die Nummer.',
    du: 'Versuch es bitte in einigen Minuten noch einmal. Bei Fragen nenne bitte die Nummer.',
  },
  'http.503.title': 'Der Dienst macht gerade eine Pause',
  'http.503.detail': (p: { incident: string }) => `Wir warten die Technik, oder es ist gerade sehr voll. Störungsnummer: ${p.incident}.`,
  'http.503.next': {
    sie: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
    du: 'Bitte versuch es in einigen Minuten noch einmal.',
  },
  'http.incident': 'Störungsnummer',
  'http.home': 'Zur Startseite',
  'http.back': 'Zurück zur vorigen Seite',
  'http.retry': 'Noch einmal versuchen',
  'http.form-expired': {
    sie: 'Dieses Formular war zu lange offen. Aus Sicherheit haben wir es nicht angenommen. Bitte senden Sie es noch einmal.',
    du: 'Dieses Formular war zu lange offen. Aus Sicherheit haben wir es nicht angenommen. Bitte sende es noch einmal.',
  },
  'http.service-missing': 'Diesen Dienst gibt es in dieser Kommune nicht.',
} satisfies Dictionary
