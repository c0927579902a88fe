import type { NewEvent, NewNews, Question, Registration } from '../network/schema.ts'
import type { Verdict } from '../network/rules/question.ts'

export type DemoEvent = Omit<NewEvent, 'startsAt' | 'endsAt' | 'registerUntil'> & {
  readonly town: string
  /** Days from the day of filling; negative ones are over. Hours in Berlin. */
  readonly inDays: number
  readonly from: number
  readonly until: number
  readonly registerDaysBefore: number
  /** How many came, where the names are gone already. */
  readonly attended?: number
  readonly people: readonly (Pick<Registration, 'id' | 'name' | 'email' | 'organisation'> & { readonly needs?: string })[]
}

const id = (n: number): string => `0193e000-0000-7000-8000-0000000f${String(n).padStart(4, '0')}`
/** Pages that are always there, for the check of the pages. */
export const demoEventPath = `/portfolio/event/${id(1)}`
export const demoQuestionPath = `/portfolio/question/${id(101)}`
export const demoNewsPath = `/portfolio/news/${id(301)}`

const person = (n: number, name: string, organisation: string, needs?: string) => ({ id: id(500 + n), name, organisation, email: `${name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replace(/[^a-z]+/g, '.')}@example.org`, ...(needs !== undefined && { needs }) })

/** Invented events with invented people. */
export const demoEvents: readonly DemoEvent[] = [
  {
    town: 'aachen',
    id: id(1),
    title: 'Digitaler Wegweiser: So führt ihn eine andere Stadt ein',
    description: 'Zwei Stunden am offenen System. Wir zeigen, was fertig ist, was jede Stadt selbst einstellt und wie lange es dauert.\n\n## Ablauf\n\n- 10 Uhr: Was der Wegweiser kann\n- 10:30 Uhr: Einträge übernehmen, gemeinsam am Rechner\n- 11:30 Uhr: Fragen\n\nDie Räume sind ohne Stufen erreichbar. Eine Übersetzung in Gebärdensprache kommt auf Wunsch.',
    place: 'Haus der Region, Raum 2.04, Musterstraße 12',
    link: 'https://konferenz.example.org/wegweiser',
    invited: 'Projektbüros und Fachämter aller Kommunen',
    seats: 12,
    topics: ['Wegweiser', 'Einführung'],
    entries: [],
    inDays: 16,
    from: 10,
    until: 12,
    registerDaysBefore: 2,
    people: [person(1, 'Karin Beispiel', 'Gemeinde Hohenried'), person(2, 'Ole Muster', 'Hafenstadt Lindenhafen', 'Platz für einen Rollstuhl'), person(3, 'Selma Probst', 'Kreis Musterland')],
  },
  {
    town: 'aachen',
    id: id(2),
    title: 'Sprechstunde: Mittel abrufen und Nachweise schreiben',
    description: 'Offene Runde für alle, die ein Förderprojekt führen. Wir gehen einen Zwischennachweis Zeile für Zeile durch.\n\nFragen können vorher ins Netzwerk gestellt werden: `/portfolio/question`',
    place: null,
    link: 'https://konferenz.example.org/sprechstunde',
    invited: 'Projektleitungen und Rechnungsprüfung',
    seats: null,
    topics: ['Förderung', 'Nachweise'],
    entries: [],
    inDays: 37,
    from: 14,
    until: 15,
    registerDaysBefore: 0,
    people: [person(4, 'Bodo Vogel', 'Hafenstadt Lindenhafen')],
  },
  {
    town: 'aachen',
    id: id(3),
    title: 'Sensoren in Schulen: Erfahrungen aus einem Jahr',
    description: 'Drei Schulen berichteten von Luft, Energie und Unterricht. Die Unterlagen stehen im Katalog.',
    place: 'Aula der Musterschule, Lindenweg 3',
    link: null,
    invited: 'Schulträger und Schulen',
    seats: 60,
    topics: ['Schule', 'Sensoren'],
    entries: [],
    inDays: -45,
    from: 9,
    until: 13,
    registerDaysBefore: 7,
    attended: 54,
    people: [],
  },
  {
    town: 'hohenried',
    id: id(4),
    title: 'Kleine Gemeinde, großer Katalog: Was wir in einem Tag übernommen haben',
    description: 'Wir haben fünf Mitarbeitende und keine eigene IT. Trotzdem läuft die Hälfte der Dienste. Wir zeigen, was leicht ging und was nicht.',
    place: 'Dorfgemeinschaftshaus, Am Ried 1',
    link: null,
    invited: 'Gemeinden bis 10.000 Einwohner',
    seats: 2,
    topics: ['Nachnutzung', 'Kleine Gemeinden'],
    entries: [],
    inDays: 24,
    from: 16,
    until: 18,
    registerDaysBefore: 1,
    people: [person(5, 'Hanne Feld', 'Gemeinde Talwiese'), person(6, 'Jost Acker', 'Gemeinde Steinbach')],
  },
]

type DemoQuestion = Pick<Question, 'id' | 'title' | 'text'> & { readonly town: string; readonly daysAgo: number }
/** Invented questions of the demonstration towns. */
export const demoQuestions: readonly DemoQuestion[] = [
  { town: 'hohenried', id: id(101), daysAgo: 18, title: 'Wer pflegt die Texte, wenn das Projekt vorbei ist?', text: 'Bei uns endet die Stelle im Sommer. Die Seiten müssen aber gepflegt werden.\n\n- Habt ihr die Aufgabe an ein Fachamt gegeben?\n- Wie viele Stunden im Monat sind das wirklich?' },
  { town: 'lindenhafen', id: id(102), daysAgo: 11, title: 'Wie überzeugt ihr Schulen, Messwerte zu veröffentlichen?', text: 'Zwei von fünf Schulen möchten keine Werte im Netz sehen. Sie fürchten Vergleiche. Was hat bei euch geholfen?' },
  { town: 'aachen', id: id(103), daysAgo: 6, title: 'Hat jemand die Vorlage für den Zwischennachweis an andere Förderprogramme angepasst?', text: 'Wir möchten den Nachweis auch für Landesmittel nutzen. Eine angepasste Vorlage würde viel Arbeit sparen.' },
  { town: 'hohenried', id: id(104), daysAgo: 2, title: 'Welche Schulung brauchte euer Bürgerbüro für den Wegweiser?', text: 'Wir planen einen halben Tag für sechs Personen. Reicht das, oder kommen danach viele Rückfragen?' },
]

type DemoAnswer = { readonly town: string; readonly id: string; readonly question: string; readonly daysAgo: number; readonly text: string; readonly verdict?: Verdict }
/** Invented answers, with what the asking town thinks of them. */
export const demoAnswers: readonly DemoAnswer[] = [
  { town: 'aachen', id: id(201), question: id(101), daysAgo: 16, verdict: 'solves', text: 'Bei uns pflegt jedes Fachamt seine eigenen Texte. Das Projektbüro prüft nur noch einmal im Quartal.\n\nDer Aufwand: **drei Stunden im Monat**, in den ersten Wochen das Doppelte.' },
  { town: 'lindenhafen', id: id(202), question: id(101), daysAgo: 14, verdict: 'helpful', text: 'Wir haben die Pflege in die Stellenbeschreibung der Internetredaktion geschrieben. Vorher blieb sie liegen.' },
  { town: 'aachen', id: id(203), question: id(102), daysAgo: 9, text: 'Uns hat geholfen, nur den eigenen Verlauf zu zeigen und keine Rangliste. Die Schule entscheidet, ab wann ihre Werte sichtbar sind.' },
  { town: 'hohenried', id: id(204), question: id(102), daysAgo: 8, verdict: 'helpful', text: 'Bei uns haben die Kinder die Werte selbst vorgestellt. Danach wollte niemand mehr ohne.' },
]

type DemoNews = Omit<NewNews, 'day' | 'published'> & { readonly town: string; readonly daysAgo: number }
/** Invented news of the project offices. */
export const demoNews: readonly DemoNews[] = [
  { town: 'aachen', id: id(301), daysAgo: 4, title: 'Der Digitale Wegweiser geht auf Reisen', text: 'Ab jetzt kann jede Stadt den Wegweiser mit einem Klick übernehmen. Am **Termin im Haus der Region** zeigen wir, wie das geht.\n\n- Vorlagen und Texte liegen im Katalog\n- Fragen beantwortet das Netzwerk', aboutKind: 'event', aboutRef: id(1) },
  { town: 'aachen', id: id(302), daysAgo: 26, title: 'Zwischennachweis: neue Vorlage', text: 'Die Vorlage rechnet Eigenanteil und Restmittel jetzt selbst aus. Alte Nachweise bleiben gültig.', aboutKind: null, aboutRef: null },
  { town: 'aachen', id: id(303), daysAgo: 44, title: 'Rückblick: Sensoren in Schulen', text: 'Mehr als fünfzig Gäste aus Schulen und Schulverwaltungen waren da. Die Unterlagen stehen im Katalog.', aboutKind: 'event', aboutRef: id(3) },
  { town: 'hohenried', id: id(304), daysAgo: 7, title: 'Wir laden ein: ein Tag, fünf Dienste', text: 'Kleine Gemeinden fragen uns oft, ob das alles ohne eigene IT geht. Es geht. Wir zeigen es.', aboutKind: 'event', aboutRef: id(4) },
  { town: 'lindenhafen', id: id(305), daysAgo: 9, title: 'Erste Schule zeigt ihre Messwerte', text: 'Seit dieser Woche sind Luft und Energie einer Schule für alle sichtbar. Zwei weitere folgen im Herbst.', aboutKind: null, aboutRef: null },
]
