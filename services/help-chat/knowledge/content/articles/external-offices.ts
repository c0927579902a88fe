import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const externalOffices: Article = {
  id: 'external-offices',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [
    { title: 'HinSchG §§ 7, 13 Absatz 2, 19 bis 24, 28' },
    { title: 'Bundesamt für Justiz: Externe Meldestelle des Bundes', href: 'https://www.bundesjustizamt.de/DE/MeldestelledesBundes/MeldestelledesBundes_node.html' },
    { title: 'BaFin: Hinweisgeberstelle', href: 'https://www.bafin.de/DE/DieBaFin/Hinweisgeberstelle/hinweisgeberstelle_node.html' },
    { title: 'Bundeskartellamt', href: 'https://www.bundeskartellamt.de' },
  ],
  keywords: ['extern', 'Bundesamt für Justiz', 'BfJ', 'BaFin', 'Bundeskartellamt', 'Meldestelle', 'OLAF', 'external', 'Behörde'],
  numbers: ['cartel-office'],
  texts: {
    de: {
      title: 'Externe Meldestellen',
      lead: 'Niemand muss zuerst intern melden. {Sie dürfen|Du darfst} frei wählen, und niemand darf das behindern.',
      body: `## Welche Stelle zuständig ist
**Externe Meldestelle des Bundes beim Bundesamt für Justiz.** Für fast alles, was das Gesetz umfasst. Ausgenommen ist, wofür die anderen Stellen zuständig sind. Ein Land kann für Land und Städte eine eigene Stelle einrichten. Gibt es keine, ist diese hier zuständig.

**Bundesanstalt für Finanzdienstleistungsaufsicht (BaFin).** Für Banken, Versicherungen, Wertpapiere und Geldwäsche in deren Bereich.

**Bundeskartellamt.** Für Absprachen zwischen Firmen, zum Beispiel bei Ausschreibungen, und für große digitale Plattformen.

**Stellen der Europäischen Union.** Zum Beispiel das Europäische Amt für Betrugsbekämpfung (OLAF), wenn es um Geld der Europäischen Union geht.

Die Adressen stehen unten bei den Quellen. Wer dort klickt, verlässt diese Seiten. Die Stelle erfährt nicht, woher der Klick kam.

## Was dort geschieht
- Bestätigung spätestens nach 7 Tagen.
- Rückmeldung spätestens nach 3 Monaten, bei umfangreichen Fällen nach 6 Monaten.
- Auch diese Stellen müssen die Vertraulichkeit wahren.
- Beraten werden auch Menschen, die noch überlegen.

## Wann intern besser ist
Wenn intern schnell geholfen werden kann und keine Nachteile drohen, empfiehlt das Gesetz die interne Stelle. Die Entscheidung bleibt frei. Beides nacheinander geht auch.`,
    },
    en: {
      title: 'External reporting offices',
      lead: 'Nobody has to report inside first. You may choose freely, and nobody may hinder you.',
      body: `## Which office is competent
**External reporting office of the Federation at the Federal Office of Justice.** For almost everything the law covers, if none of the others is competent. A state can set up an office of its own for the state and its towns. Where there is none, this one is competent.

**Federal Financial Supervisory Authority (BaFin).** For banks, insurance companies, securities, and money laundering in their field.

**Federal Cartel Office (Bundeskartellamt).** For agreements between companies, for example in tenders, and for large digital platforms.

**Offices of the European Union.** For example the European Anti-Fraud Office (OLAF) where money of the European Union is concerned.

The addresses stand below under sources. Whoever clicks there leaves these pages. The office does not learn where the click came from.

## What happens there
- Confirmation after 7 days at the latest.
- Feedback after 3 months at the latest, in extensive cases after 6 months.
- These offices have to keep confidentiality as well.
- They also advise people who are still thinking about it.

## When inside is better
If help is quick inside and nothing bad is to be feared, the law recommends the internal office. The choice stays free. You can also do one after the other.`,
    },
    'de-x-leicht': {
      title: 'Andere Melde·stellen',
      lead: 'Sie müssen **nicht** bei der Stadt melden. Es gibt andere Stellen.',
      body: `## Diese Stellen gibt es
- Das Bundes·amt für Justiz. Für fast alles.
- Die BaFin. Für Banken und Versicherungen.
- Das Bundes·kartell·amt. Für geheime Absprachen von Firmen.

Die Adressen stehen unten bei den Quellen.

## Was passiert dort?
- In 7 Tagen sagen sie: Ihr Hinweis ist da.
- In 3 Monaten bekommen Sie eine Antwort. Manchmal in 6 Monaten.
- Ihr Name bleibt geheim.

Sie suchen die Stelle aus.
Niemand darf das verbieten.`,
    },
  },
}
