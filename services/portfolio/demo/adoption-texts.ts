/** Invented texts of the demonstration: what one town offers, how another one changed it, what the first one wrote afterwards. */
const common = (point: string) => `# Eine Befragung planen

Für Ämter, die Menschen in der Stadt befragen wollen. Von der Frage bis zum Bericht.

## 1. Worum geht es?

- Was wollen wir wissen, und was ändert sich mit der Antwort?
- Wer entscheidet am Ende?
- Gibt es die Antwort schon in vorhandenen Daten?

## 2. Wen fragen wir?

- Alle, eine Stichprobe oder eine Gruppe?
- Wie erreichen wir Menschen ohne Internet?
${point}

## 3. Die Fragen

- Höchstens 15 Fragen, in einfacher Sprache.
- Jede Frage vorher mit 5 Personen ausprobieren.

## 4. Datenschutz

- Nur fragen, was wir brauchen.
- Antworten nach 6 Monaten löschen.

## 5. Danach

- Ergebnisse nach 4 Wochen veröffentlichen.
`

const first = common('- Papierbogen in allen Bürgerbüros auslegen.')
export const survey = {
  title: { de: 'Checkliste: Eine Befragung planen', en: 'Checklist: planning a survey' },
  summary: { de: 'Von der Frage bis zum Bericht, auf einer Seite.', en: 'From the question to the report, on one page.' },
  first,
  /** What the adopting town made of it. */
  ours: first
    .replace('- Papierbogen in allen Bürgerbüros auslegen.', '- Papierbogen im Rathaus und beim Bürgerbus auslegen.')
    .replace('- Ergebnisse nach 4 Wochen veröffentlichen.\n', '- Ergebnisse nach 4 Wochen veröffentlichen.\n- Ergebnisse auch im Ortsblatt drucken.\n'),
  /** What the offering town wrote a little later. */
  second: first
    .replace('- Papierbogen in allen Bürgerbüros auslegen.', '- Papierbogen in allen Bürgerbüros und Büchereien auslegen.\n- Telefonnummer für Rückfragen angeben.')
    .replace('- Höchstens 15 Fragen, in einfacher Sprache.', '- Höchstens 12 Fragen, in Leichter Sprache.'),
}

const letter = `# Bausteine für verständliche Bescheide

Jeder Absatz beginnt mit der Entscheidung.

## Anfang

Guten Tag,

wir haben über Ihren Antrag vom {Datum} entschieden.

## Schluss

Haben Sie Fragen? Rufen Sie uns an.
`
export const letters = {
  title: { de: 'Textbausteine für verständliche Bescheide', en: 'Text blocks for decisions people understand' },
  summary: { de: 'Anfang, Begründung und Schluss in klaren Worten.', en: 'Beginning, reasons and end in clear words.' },
  first: letter,
  second: letter.replace('## Schluss\n', '## Begründung\n\nDas ist der Grund: {Grund}.\n\n## Schluss\n'),
}

/** Who uses what comes with the platform, invented. */
export const uses: Readonly<Record<string, readonly { readonly service: string; readonly monthsAgo: number; readonly version: string; readonly effortDays: number; readonly once: string; readonly yearly: string; readonly worked: string; readonly beware: string; readonly office: string; readonly email: string }[]>> = {
  lindenhafen: [
    { service: 'open-data', monthsAgo: 14, version: '0.1.0', effortDays: 12, once: '3.200', yearly: '900', worked: 'Mit drei Datensätzen anfangen, die ohnehin jemand pflegt.', beware: 'Die Rechte an Karten vorher klären. Das hat am längsten gedauert.', office: 'Stabsstelle Digitales', email: 'digitales@lindenhafen.example.org' },
    { service: 'smart-school', monthsAgo: 8, version: '0.1.0', effortDays: 20, once: '11.500', yearly: '1.400', worked: 'Hausmeister von Anfang an dabeihaben.', beware: 'Ersatzbatterien gleich mitbestellen.', office: 'Schulamt', email: 'schulamt@lindenhafen.example.org' },
  ],
  hohenried: [{ service: 'open-data', monthsAgo: 7, version: '0.1.0', effortDays: 4, once: '0', yearly: '300', worked: 'Zwei Tage mit der Nachbarstadt haben gereicht.', beware: 'Ohne feste Vertretung bleiben Meldungen liegen.', office: 'Hauptamt', email: 'hauptamt@hohenried.example.org' }],
  aachen: [{ service: 'open-data', monthsAgo: 30, version: '0.1.0', effortDays: 45, once: '18.000', yearly: '4.500', worked: 'Ein kurzer Leitfaden für die Ämter spart Rückfragen.', beware: 'Alte Tabellen enthalten oft Namen. Vor der Veröffentlichung prüfen.', office: 'Projektbüro', email: 'projektbuero@aachen.example.org' }],
}
