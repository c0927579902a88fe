import type { Moment } from '../../i18n/formats.ts'
import type { Dictionary } from '../../i18n/words.ts'

/** What every page says: buttons, forms, errors, search, files, languages. */
export const core = {
  'session.sign-in': 'Anmelden',
  'session.sign-out': 'Abmelden',
  'session.signed-out': {
    sie: 'Sie haben sich abgemeldet.',
    du: 'Du hast dich abgemeldet.',
  },
  'session.sign-in-failed': {
    sie: 'Die Anmeldung hat nicht geklappt. Bitte prüfen Sie E-Mail-Adresse und Passwort.',
    du: 'Die Anmeldung hat nicht geklappt. Bitte prüfe E-Mail-Adresse und Passwort.',
  },
  'session.level-needed': (p: { level: string }) => ({
    sie: `Für diesen Schritt brauchen wir eine sicherere Anmeldung: ${p.level}. Ihre Eingaben bleiben erhalten.`,
    du: `Für diesen Schritt brauchen wir eine sicherere Anmeldung: ${p.level}. Deine Eingaben bleiben erhalten.`,
  }),
  'session.expiring': (p: { minutes: number }, f) => ({
    sie: `Ihre Sitzung endet in ${f.number(p.minutes)} Minuten. Ihr Entwurf ist gespeichert.`,
    du: `Deine Sitzung endet in ${f.number(p.minutes)} Minuten. Dein Entwurf ist gespeichert.`,
  }),
  'session.expiring.one': {
    sie: 'Ihre Sitzung endet in einer Minute. Ihr Entwurf ist gespeichert.',
    du: 'Deine Sitzung endet in einer Minute. Dein Entwurf ist gespeichert.',
  },
  'session.extend': 'Weiterarbeiten',
  'session.expired': {
    sie: 'Ihre Sitzung ist beendet. Ihr Entwurf ist gespeichert. Melden Sie sich an, dann geht es an derselben Stelle weiter.',
    du: 'Deine Sitzung ist beendet. Dein Entwurf ist gespeichert. Melde dich an, dann geht es an derselben Stelle weiter.',
  },
  'action.save': 'Speichern',
  'action.saved': (p: { time: Date }, f) => `Gespeichert um ${f.time(p.time)}.`,
  'action.save-draft': 'Entwurf speichern',
  'action.cancel': 'Abbrechen',
  'action.leave-confirm': {
    sie: 'Sie haben Änderungen, die noch nicht gespeichert sind. Möchten Sie die Seite verlassen?',
    du: 'Du hast Änderungen, die noch nicht gespeichert sind. Möchtest du die Seite verlassen?',
  },
  'action.back': 'Zurück',
  'action.continue': 'Weiter',
  'action.check-answers': 'Angaben prüfen',
  'action.send': (p: { thing: string }) => `${p.thing} absenden`,
  'action.delete': (p: { thing: string }) => `${p.thing} löschen`,
  'action.delete-confirm': (p: { thing: string }) => ({
    sie: `Möchten Sie ${p.thing} löschen? Danach lässt sich das nicht zurückholen.`,
    du: `Möchtest du ${p.thing} löschen? Danach lässt sich das nicht zurückholen.`,
  }),
  'action.undo': 'Rückgängig machen',
  'action.print': 'Drucken',
  'action.show-more': (p: { count: number }, f) => `${f.number(p.count)} weitere anzeigen`,
  'search.label': 'Suchen',
  'search.hint': 'Zum Beispiel: Kita, Umzug, Yoga',
  'search.hits.one': (p: { query: string }, f) => `1 Treffer für ${f.quote(p.query)}`,
  'search.hits.other': (p: { count: number; query: string }, f) => `${f.number(p.count)} Treffer für ${f.quote(p.query)}`,
  'search.none': (p: { query: string; phone: string }, f) => ({
    sie: `Kein Treffer für ${f.quote(p.query)}. Prüfen Sie die Schreibweise, nehmen Sie ein allgemeineres Wort oder rufen Sie uns an: ${p.phone}.`,
    du: `Kein Treffer für ${f.quote(p.query)}. Prüfe die Schreibweise, nimm ein allgemeineres Wort oder ruf uns an: ${p.phone}.`,
  }),
  'search.did-you-mean': (p: { suggestion: string }, f) => ({
    sie: `Meinten Sie ${f.quote(p.suggestion)}?`,
    du: `Meintest du ${f.quote(p.suggestion)}?`,
  }),
  'list.empty': (p: { next: string }) => `Hier ist noch nichts. ${p.next}`,
  'form.errors.one': {
    sie: 'Bitte prüfen Sie eine Angabe',
    du: 'Bitte prüfe eine Angabe',
  },
  'form.errors.other': (p: { count: number }, f) => ({
    sie: `Bitte prüfen Sie ${f.number(p.count)} Angaben`,
    du: `Bitte prüfe ${f.number(p.count)} Angaben`,
  }),
  'form.missing': (p: { field: string }) => ({
    sie: `Bitte geben Sie ${p.field} an.`,
    du: `Bitte gib ${p.field} an.`,
  }),
  'form.date': (p: { example: string }) => ({
    sie: `Bitte geben Sie das Datum so an: ${p.example}.`,
    du: `Bitte gib das Datum so an: ${p.example}.`,
  }),
  'form.optional': '(freiwillig)',
  'form.kept': {
    sie: 'Ihre Eingaben sind noch da.',
    du: 'Deine Eingaben sind noch da.',
  },
  'form.lost': {
    sie: 'Ihre Eingaben konnten wir nicht speichern. Bitte kopieren Sie Ihren Text, bevor Sie die Seite verlassen.',
    du: 'Deine Eingaben konnten wir nicht speichern. Bitte kopiere deinen Text, bevor du die Seite verlässt.',
  },
  'form.sent': (p: { thing: string; number: string; date: Moment }, f) => ({
    sie: `${p.thing} ist bei uns eingegangen. Ihre Nummer: ${p.number}. Wir melden uns bis zum ${f.date(p.date)}.`,
    du: `${p.thing} ist bei uns eingegangen. Deine Nummer: ${p.number}. Wir melden uns bis zum ${f.date(p.date)}.`,
  }),
  'error.title': 'Das hat leider nicht geklappt',
  'error.body': (p: { incident: string }) => ({
    sie: `Bei uns ist ein Fehler passiert. Versuchen Sie es bitte in einigen Minuten noch einmal. Wenn Sie uns fragen möchten, nennen Sie bitte diese Störungsnummer: ${p.incident}.`,
    du: `Bei uns ist ein Fehler passiert. Versuch es bitte in einigen Minuten noch einmal. Wenn du uns fragen möchtest, nenne bitte diese Störungsnummer: ${p.incident}.`,
  }),
  'error.not-found': 'Diese Seite gibt es nicht.',
  'error.forbidden': (p: { reason: string }) => ({
    sie: `Diese Seite ist für Sie nicht freigegeben. ${p.reason}`,
    du: `Diese Seite ist für dich nicht freigegeben. ${p.reason}`,
  }),
  'error.too-many': (p: { seconds: number }, f) => ({
    sie: `Das waren viele Anfragen in kurzer Zeit. Bitte warten Sie ${f.number(p.seconds)} Sekunden.`,
    du: `Das waren viele Anfragen in kurzer Zeit. Bitte warte ${f.number(p.seconds)} Sekunden.`,
  }),
  'error.conflict': {
    sie: 'Jemand hat diesen Eintrag inzwischen geändert. Ihre Fassung ist noch da. Vergleichen Sie beide Fassungen, bevor Sie speichern.',
    du: 'Jemand hat diesen Eintrag inzwischen geändert. Deine Fassung ist noch da. Vergleiche beide Fassungen, bevor du speicherst.',
  },
  'offline.now': {
    sie: 'Sie sind offline. Was Sie jetzt eingeben, bleibt auf diesem Gerät. Wir senden es, sobald Sie wieder online sind.',
    du: 'Du bist offline. Was du jetzt eingibst, bleibt auf diesem Gerät. Wir senden es, sobald du wieder online bist.',
  },
  'offline.back': {
    sie: 'Sie sind wieder online. Alles ist übertragen.',
    du: 'Du bist wieder online. Alles ist übertragen.',
  },
  'upload.choose': 'Datei auswählen',
  'upload.limits': (p: { formats: string; count: number; size: number }, f) => `Erlaubt: ${p.formats}. Höchstens ${f.number(p.count)} Dateien, je höchstens ${f.bytes(p.size)}.`,
  'upload.too-large': (p: { name: string; size: number; max: number }, f) => ({
    sie: `${f.quote(p.name)} ist mit ${f.bytes(p.size)} zu groß. Erlaubt sind ${f.bytes(p.max)}. Verkleinern Sie die Datei oder teilen Sie sie auf. Die anderen Dateien sind noch da.`,
    du: `${f.quote(p.name)} ist mit ${f.bytes(p.size)} zu groß. Erlaubt sind ${f.bytes(p.max)}. Verkleinere die Datei oder teile sie auf. Die anderen Dateien sind noch da.`,
  }),
  'upload.wrong-type': (p: { name: string; formats: string }, f) => ({
    sie: `${f.quote(p.name)} können wir nicht öffnen. Bitte wählen Sie eine Datei in einem dieser Formate: ${p.formats}.`,
    du: `${f.quote(p.name)} können wir nicht öffnen. Bitte wähle eine Datei in einem dieser Formate: ${p.formats}.`,
  }),
  'cookies.none': {
    sie: 'Wir beobachten Sie nicht. Cookies gibt es nur für Ihre Sitzung, für Formulare und für Sprache und Farben. Ein Merkzeichen nach der Anmeldung mit Passwort hält 180 Tage: Es verhindert, dass Fremde Ihr Konto mit falschen Passwörtern sperren. Nichts davon geht an andere.',
    du: 'Wir beobachten dich nicht. Cookies gibt es nur für deine Sitzung, für Formulare und für Sprache und Farben. Ein Merkzeichen nach der Anmeldung mit Passwort hält 180 Tage: Es verhindert, dass Fremde dein Konto mit falschen Passwörtern sperren. Nichts davon geht an andere.',
  },
  'access.skip': 'Zum Inhalt springen',
  'access.statement': 'Erklärung zur Barrierefreiheit',
  'access.report': 'Barriere melden',
  'access.report-hint': {
    sie: 'Was hat nicht funktioniert? Ihren Namen müssen Sie nicht nennen.',
    du: 'Was hat nicht funktioniert? Deinen Namen musst du nicht nennen.',
  },
  'access.new-tab': '(öffnet in neuem Tab)',
  'language.choose': 'Sprache wählen',
  'language.easy': 'Leichte Sprache',
  'language.sign': 'Gebärdensprache',
  'language.fallback': 'Diesen Text gibt es noch nicht in Leichter Sprache.',
  'language.easy-not-binding': 'Die Fassung in Leichter Sprache hilft beim Verstehen. Rechtlich gilt der vollständige Text.',
  'reading.plain-forms': 'Personenbezeichnungen ohne Sonderzeichen anzeigen',
} satisfies Dictionary
