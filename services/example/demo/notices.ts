export type DemoNotice = {
  id: string
  /** Key of the person in the demonstration who has written it. */
  author: 'mia' | 'eva' | 'tina'
  daysAgo: number
  /** Days from the first start until it comes down. */
  daysLeft: number
  title: string
  text: string
  contactMail: string | null
}

/** A notice that is always there, for the check of the pages. */
const ladder = '0193e000-0000-7000-8000-0000000e0001'
export const demoNoticePath = `/example/notice/${ladder}`

/** Invented notices of invented people, the oldest first. */
export const demoNotices: Readonly<Record<string, readonly DemoNotice[]>> = {
  hohenried: [
    { id: '0193e000-0000-7000-8000-0000000e0003', author: 'eva', daysAgo: 9, daysLeft: 40, title: 'Chor sucht tiefe Stimmen', text: 'Wir proben donnerstags um 19 Uhr im Feuerwehrhaus. Noten lesen ist nicht nötig.\nEinfach vorbeikommen und mitsingen.', contactMail: 'chor@hohenried.example.org' },
    { id: '0193e000-0000-7000-8000-0000000e0002', author: 'tina', daysAgo: 4, daysLeft: 21, title: 'Mitfahrgelegenheit zum Wochenmarkt', text: 'Jeden Samstag um 8 Uhr fährt ein Kleinbus vom Dorfplatz zum Markt und um 11 Uhr zurück. Zwei Plätze sind noch frei, ein Rollstuhl passt hinein.', contactMail: 'mitfahren@hohenried.example.org' },
    { id: ladder, author: 'mia', daysAgo: 2, daysLeft: 30, title: 'Leiter und Apfelpflücker zu verleihen', text: 'Die Leiter ist vier Meter lang, der Apfelpflücker hat einen Stoffbeutel. Beides steht in der Scheune hinter dem Dorfladen und geht für einen Tag oder ein Wochenende weg.\nÜber ein Glas Apfelmus freut sich die Nachbarschaft.', contactMail: 'mia.beispiel@example.org' },
    { id: '0193e000-0000-7000-8000-0000000e0004', author: 'mia', daysAgo: 1, daysLeft: 14, title: 'Graue Katze vermisst', text: 'Sie hört auf Flöckchen, trägt ein rotes Halsband und war zuletzt am Ried. Bitte in Schuppen und Garagen nachsehen.', contactMail: null },
  ],
  lindenhafen: [
    { id: ladder, author: 'mia', daysAgo: 3, daysLeft: 30, title: 'Lastenrad zum Ausleihen am Kai', text: 'Das Rad trägt 80 Kilogramm und hat ein Verdeck. Den Schlüssel gibt es im Bürgerbüro am Kai.', contactMail: 'lastenrad@lindenhafen.example.org' },
    { id: '0193e000-0000-7000-8000-0000000e0005', author: 'eva', daysAgo: 1, daysLeft: 20, title: 'Spielegruppe freitags im Speicher', text: 'Von 16 bis 18 Uhr, für alle ab acht Jahren. Eigene Spiele sind willkommen.', contactMail: null },
  ],
  aachen: [
    { id: ladder, author: 'mia', daysAgo: 3, daysLeft: 30, title: 'Nachhilfe in Mathematik gegen Gartenarbeit', text: 'Ich erkläre Brüche und Gleichungen, dafür hilft mir jemand beim Beschneiden der Hecke.', contactMail: 'mia.beispiel@example.org' },
    { id: '0193e000-0000-7000-8000-0000000e0006', author: 'tina', daysAgo: 2, daysLeft: 25, title: 'Blumentöpfe zu verschenken', text: 'Zwölf Töpfe aus Ton, verschiedene Größen. Sie stehen abholbereit im Hof.', contactMail: null },
  ],
}
