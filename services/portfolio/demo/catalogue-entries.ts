import type { ReuseFile } from '@modellregion/contracts'
import type { EntryForm } from '../catalogue/schema.ts'

export type DemoEntry = { readonly key: string; readonly daysAgo: number; readonly form: EntryForm; readonly versions: readonly { readonly label: string; readonly note: string; readonly daysAgo: number; readonly files: readonly ReuseFile[] }[] }

const md = (path: string, text: string): ReuseFile => ({ path, mediaType: 'text/markdown', text })

const noticeBoardBefore = `# Betriebskonzept Dorfbrett

## Wozu
Aushänge aus dem Glaskasten stehen auch im Netz, ohne Werbung und ohne Anmeldung.

## Wer macht was
| Aufgabe | Wer | Zeit je Woche |
|---|---|---|
| Aushänge ansehen | Bürgerbüro | 20 Minuten |
| Verstöße ausblenden, mit Grund | Bürgerbüro | 10 Minuten |
`
const noticeBoardNow = `${noticeBoardBefore}| Fragen am Telefon | Vermittlung | 10 Minuten |

## Was es nicht ist
Kein Marktplatz und kein Amtsblatt. Was die Gemeinde amtlich bekannt macht, steht dort, wo es das Recht verlangt.
`

/** Invented entries of invented towns: small, but complete enough to be taken over. */
export const demoEntries: Readonly<Record<string, readonly DemoEntry[]>> = {
  hohenried: [
    {
      key: 'dorfbrett', daysAgo: 61,
      form: {
        title: 'Schwarzes Brett im Netz: Betriebskonzept für kleine Gemeinden', titleEn: 'A notice board online: how a small municipality runs it',
        summary: 'Wie ein Bürgerbüro mit 40 Minuten in der Woche ein Brett für Aushänge betreibt.', summaryEn: 'How one office runs a board for notices with 40 minutes a week.',
        class: 'concept', licence: 'CC-BY-4.0', topics: 'Nachbarschaft, Ehrenamt', office: 'Gemeinde Hohenried, Bürgerbüro', email: 'buergerbuero@hohenried.example.org',
        problem: 'Aushänge hängen im Glaskasten am Rathaus. Wer im Nachbarort wohnt oder schlecht zu Fuß ist, sieht sie nicht.',
        description: '## Worum es geht\n\nZwei Seiten, die sagen, wer Aushänge ansieht, was nicht erlaubt ist und wie lange etwas hängt.\n\n- **Regeln** in einfacher Sprache\n- Zeitaufwand nach einem Jahr Betrieb\n- Antworten auf häufige Fragen aus dem Gemeinderat',
        daysMin: 2, daysMax: 4, effortNote: 'Regeln anpassen und im Gemeinderat vorstellen', once: '0', costNote: 'Nur eigene Arbeitszeit',
      },
      versions: [
        { label: '1.0', note: '', daysAgo: 61, files: [md('betriebskonzept.md', noticeBoardBefore)] },
        { label: '1.1', note: 'Zeit am Telefon ergänzt und gesagt, was das Brett nicht ist.', daysAgo: 12, files: [md('betriebskonzept.md', noticeBoardNow)] },
      ],
    },
    {
      key: 'mitfahrbank', daysAgo: 33,
      form: {
        title: 'Mitfahrbank: Beschluss, Aushang und Haftungsfragen', summary: 'Vorlagen, mit denen eine Gemeinde Mitfahrbänke aufstellt: Ratsbeschluss, Aushang und Antworten zur Haftung.',
        class: 'templates-and-procedures', licence: 'CC0-1.0', topics: 'Mobilität, Nachbarschaft', office: 'Gemeinde Hohenried, Bauamt', email: 'bauamt@hohenried.example.org',
        problem: 'Abends fährt kein Bus mehr. Nachbarn würden mitnehmen, trauen sich aber nicht wegen der Haftung.',
        description: 'Drei kurze Vorlagen. Ersetzt werden nur Ortsnamen und Haltepunkte.', daysMin: 3, daysMax: 6, effortNote: 'Mit Aufstellen der Bank', once: '640', yearly: '40', costNote: 'Bank, Schild und Farbe',
      },
      versions: [{ label: '2026-05', note: '', daysAgo: 33, files: [md('aushang.md', '# Mitfahrbank\n\nWer hier sitzt, möchte mitfahren. Das Schild zeigt, wohin.\n'), md('ratsbeschluss.md', '# Beschlussvorschlag\n\nDer Gemeinderat beschließt, an drei Stellen Mitfahrbänke aufzustellen.\n\n## Begründung\n\nDer letzte Bus fährt um 19:12 Uhr.\n')] }],
    },
  ],
  lindenhafen: [
    {
      key: 'hafen-ticker', daysAgo: 80,
      form: {
        title: 'Fähr-Ticker: Anzeige der nächsten Abfahrten', titleEn: 'Ferry board: the next departures', summary: 'Kleine Anzeige für Schaufenster und Handy, gespeist aus einer Tabelle.', summaryEn: 'A small display for shop windows and phones, fed by a table.',
        class: 'building-block', licence: 'EUPL-1.2', topics: 'Mobilität, Tourismus', office: 'Stadtwerke Lindenhafen, Hafenbetrieb', email: 'hafen@lindenhafen.example.org',
        problem: 'Gäste stehen am Kai und wissen nicht, wann die nächste Fähre fährt.',
        description: 'Eine Seite aus HTML und einer Tabelle, ohne Server. Läuft auf jedem alten Tablet.', daysMin: 1, daysMax: 2, once: '150', costNote: 'Ein gebrauchtes Tablet',
      },
      versions: [{ label: '0.3', note: '', daysAgo: 80, files: [{ path: 'abfahrten.csv', mediaType: 'text/csv', text: 'ab;nach;kai\n08:15;Inselhafen;2\n09:40;Inselhafen;2\n11:05;Leuchtturm;1\n' }, md('liesmich.md', '# Fähr-Ticker\n\nTabelle ändern, Seite neu laden, fertig.\n')] }],
    },
    {
      key: 'krisenkarte', daysAgo: 47,
      form: {
        title: 'Hochwasser: Ablauf und Textbausteine für die ersten 24 Stunden', summary: 'Wer wen anruft, was auf der Startseite steht und welche Sätze die Leute verstehen.',
        class: 'templates-and-procedures', licence: 'CC-BY-4.0', topics: 'Katastrophenschutz, Klima', office: 'Stadt Lindenhafen, Ordnungsamt', email: 'ordnungsamt@lindenhafen.example.org',
        problem: 'Beim letzten Hochwasser schrieb jedes Amt eigene Texte. Drei davon widersprachen sich.',
        description: '## Aufbau\n\n1. Stunde null: Lagebild und eine Stimme nach außen\n2. Texte für Startseite, Aushang und Ansage\n3. Nach 24 Stunden: was gelernt wurde', daysMin: 5, daysMax: 10, effortNote: 'Mit einer Übung',
      },
      versions: [{ label: '1.0', note: '', daysAgo: 47, files: [md('ablauf.md', '# Die ersten 24 Stunden\n\n| Stunde | Was | Wer |\n|---|---|---|\n| 0 | Lagebild | Ordnungsamt |\n| 1 | Startseite umstellen | Pressestelle |\n| 2 | Ansage am Servicetelefon | Vermittlung |\n')] }],
    },
    {
      key: 'barrierefrei-check', daysAgo: 15,
      form: {
        title: 'Barrierefreie Veranstaltungen: Prüfliste', summary: 'Eine Seite zum Abhaken, von der Einladung bis zum Heimweg.', class: 'templates-and-procedures', licence: 'CC-BY-SA-4.0', topics: 'Barrierefreiheit, Veranstaltungen',
        office: 'Stadt Lindenhafen, Büro für Inklusion', email: 'inklusion@lindenhafen.example.org', daysMin: 1, daysMax: 1,
      },
      versions: [{ label: '2', note: '', daysAgo: 15, files: [md('pruefliste.md', '# Prüfliste\n\n- Einladung auch in Leichter Sprache\n- Stufenloser Weg vom Bus bis zum Platz\n- Ruhiger Raum ist ausgeschildert\n- Jemand holt auf Wunsch am Bahnhof ab\n')] }],
    },
  ],
}

export type DemoSupplier = { readonly key: string; readonly company: string; readonly region: string; readonly does: readonly ('setup' | 'hosting' | 'support' | 'training' | 'development')[]; readonly offer: string; readonly website: string; readonly mailbox: string; /** Keys of own entries, or shipped ones as kind and reference. */ readonly helps: readonly (string | { readonly kind: string; readonly ref: string })[] }

const reading = (service: string, file: string) => ({ kind: 'reading', ref: `${service}/${file}` })

/** Invented companies. */
export const demoSuppliers: Readonly<Record<string, readonly DemoSupplier[]>> = {
  hohenried: [
    { key: 'dorfwerk', company: 'Dorfwerk eG (erfunden)', region: 'Alpenvorland', does: ['setup', 'support'], offer: 'Richtet Brett und Mitfahrbank ein und schult das Bürgerbüro an einem Nachmittag.', website: 'https://dorfwerk.example.org', mailbox: 'info@dorfwerk.example.org', helps: ['dorfbrett', 'mitfahrbank', reading('example', 'concept.md')] },
  ],
  lindenhafen: [
    { key: 'kailicht', company: 'Kailicht IT (erfunden)', region: 'Küste', does: ['hosting', 'development'], offer: 'Betreibt Anzeigen im öffentlichen Raum und passt sie an.', website: 'https://kailicht.example.org', mailbox: 'post@kailicht.example.org', helps: ['hafen-ticker'] },
    { key: 'schulnetz', company: 'Schulnetz Nord (erfunden)', region: 'bundesweit', does: ['setup', 'hosting', 'training'], offer: 'Stellt Sensoren in Schulen auf und begleitet das erste Halbjahr.', website: 'https://schulnetz.example.org', mailbox: 'kontakt@schulnetz.example.org', helps: [reading('smart-school', 'concept.md'), reading('smart-school', 'procedures.md')] },
  ],
  aachen: [
    { key: 'datenhaus', company: 'Datenhaus West (erfunden)', region: 'Rheinland', does: ['setup', 'hosting', 'support', 'development'], offer: 'Betreibt die Plattform für mehrere Städte in einem Rechenzentrum.', website: 'https://datenhaus.example.org', mailbox: 'vertrieb@datenhaus.example.org', helps: [reading('open-data', 'concept.md'), reading('open-data', 'building-blocks.md'), reading('citizen-id', 'building-blocks.md')] },
  ],
}
