import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const afterAReport: Article = {
  id: 'after-a-report',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 11, 16 Absatz 3, 17, 18' }],
  keywords: ['Ablauf', 'Frist', 'Fristen', '7 Tage', '3 Monate', 'Bestätigung', 'Rückmeldung', 'Protokoll', 'Verfahren', 'deadline', 'procedure', 'feedback'],
  numbers: [],
  texts: {
    de: {
      title: 'Was nach einem Hinweis geschieht',
      lead: 'Das Gesetz nennt Fristen und Schritte. {Sie sehen|Du siehst} im Gespräch jederzeit, wo es steht.',
      body: `## Die Schritte
**Spätestens nach 7 Tagen:** Die Meldestelle bestätigt, dass der Hinweis da ist.

**Dann prüft sie:** Fällt das unter das Gesetz? Ist es stichhaltig? Dabei bleibt sie in Kontakt und fragt nach, wenn etwas fehlt.

**Dann handelt sie.** Möglich ist:
- intern untersuchen,
- an eine zuständige Stelle verweisen,
- an eine Behörde abgeben,
- das Verfahren beenden, wenn Beweise fehlen.

**Spätestens 3 Monate nach der Bestätigung:** {Sie erfahren|Du erfährst}, was geplant oder getan ist und warum. Manches darf sie nicht sagen: wenn es Ermittlungen stört oder Rechte anderer verletzt.

## Was aufgeschrieben wird
Jeder Hinweis wird dokumentiert. {Sie bekommen|Du bekommst} das Protokoll zu lesen, {können|kannst} es berichtigen und bestätigen. Drei Jahre nach dem Ende des Verfahrens wird es gelöscht, ausnahmsweise später, wenn ein Gesetz das verlangt.

## Treffen
{Sie können|Du kannst} um ein persönliches Treffen bitten. Die Stelle muss es möglich machen. Ein Treffen geht auch ohne Namen, mit einem Erkennungswort aus dem Gespräch.

## Wenn nichts geschieht
Dann steht der Weg zu einer [externen Meldestelle](/help-chat/knowledge/external-offices) offen. Er steht auch sofort offen.`,
    },
    en: {
      title: 'What happens after a report',
      lead: 'The law names time limits and steps. In the conversation you always see where things stand.',
      body: `## The steps
**After 7 days at the latest:** the reporting office confirms that the report has arrived.

**Then it checks:** does the law cover it? Is there substance? It stays in touch and asks when something is missing.

**Then it acts.** It can investigate inside the town, point you to the right office, hand over to an authority, or end the procedure if evidence is missing.

**At the latest 3 months after the confirmation:** you learn what is planned or done and why. Some things it may not say: if that would disturb investigations or violate the rights of others.

## What is written down
Each report is documented. You get the record to read, can correct it and confirm it. Three years after the end of the procedure it is deleted; later only where a law demands it.

## Meeting
You can ask for a meeting in person. The office has to make it possible. A meeting works without a name as well, with a code word from the conversation.

## If nothing happens
Then the way to an [external reporting office](/help-chat/knowledge/external-offices) is open. It is open from the start as well.`,
    },
    'de-x-leicht': {
      title: 'Was passiert nach einem Hinweis?',
      lead: 'Hinweis heißt: Sie melden etwas. Im Gesetz steht: Das muss die Melde·stelle machen.',
      body: `## Die Schritte
- In 7 Tagen sagen wir: Ihr Hinweis ist da.
- Dann prüfen wir: Stimmt das?
- Vielleicht fragen wir Sie noch etwas.
- In 3 Monaten sagen wir: Das haben wir gemacht.

## Das schreiben wir auf
Wir schreiben Ihren Hinweis auf.
Sie können den Text lesen.
Ist etwas falsch? Dann sagen Sie das.
Nach 3 Jahren löschen wir den Text.

## Sie wollen sich treffen?
Das geht. Auch ohne Ihren Namen.

## Es passiert **nichts**?
Dann gehen Sie zu einer [anderen Melde·stelle](/help-chat/knowledge/external-offices).`,
    },
  },
}
