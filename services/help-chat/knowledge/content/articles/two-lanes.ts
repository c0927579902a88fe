import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const twoLanes: Article = {
  id: 'two-lanes',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 3, 7, 8, 13, 16, 17' }],
  keywords: ['Beratung', 'Hinweis', 'Meldung', 'Unterschied', 'zwei Wege', 'lane', 'report', 'counsel', 'melden', 'Meldestelle'],
  numbers: [],
  texts: {
    de: {
      title: 'Zwei Wege: reden oder melden',
      lead: 'Am Anfang ist jedes Gespräch vertrauliche Beratung. Ein förmlicher Hinweis wird es nur durch {Ihren|deinen} eigenen Schritt.',
      body: `## Weg 1: vertrauliche Beratung
Eine [Vertrauensperson](/help-chat/knowledge/confidants) liest mit {Ihnen|dir} allein. Es gibt kein Verfahren, keine Akte und keine Frist. {Sie bestimmen|Du bestimmst}, ob und wann etwas geschieht. 90 Tage nach dem Ende wird das Gespräch gelöscht.

## Weg 2: förmlicher Hinweis
Für [Verstöße gegen Gesetze](/help-chat/knowledge/corruption). Die Vertrauensperson handelt dann als interne Meldestelle nach dem Hinweisgeberschutzgesetz. Das bringt Schutz und Pflichten:
- Nach 7 Tagen gibt es eine Bestätigung, nach 3 Monaten eine Rückmeldung.
- Die Stelle muss prüfen und handeln.
- Wer ehrlich meldet, darf [keine Nachteile](/help-chat/knowledge/retaliation) haben.
- Der Name bleibt geschützt, mit [wenigen Ausnahmen](/help-chat/knowledge/exceptions).
- Die Dokumentation bleibt drei Jahre nach dem Ende des Verfahrens.

## Wie aus Rat ein Hinweis wird
Nur mit einem eigenen Knopf im Gespräch. Vorher steht dort, was sich ändert. {Sie unterschreiben|Du unterschreibst} den Schritt mit {Ihrem|deinem} Schlüssel. Niemand sonst kann ihn gehen, auch die Vertrauensperson nicht.

## Was für wen passt
**Beratung** passt bei Streit, Mobbing, Belastung, Zweifel. **Ein Hinweis** passt, wenn ein Gesetz gebrochen wird und das aufhören soll. Wer unsicher ist, beginnt mit Beratung.`,
    },
    en: {
      title: 'Two ways: talk or report',
      lead: 'At the beginning each conversation is confidential counsel. It becomes a formal report only by your own step.',
      body: `## Way 1: confidential counsel
A [confidant](/help-chat/knowledge/confidants) reads, with you alone. There is no procedure, no file and no deadline. You decide whether and when something happens. 90 days after the end the conversation is deleted.

## Way 2: formal report
For [breaches of laws](/help-chat/knowledge/corruption). The confidant then acts as the internal reporting office under the Whistleblower Protection Act. That brings protection and duties:
- After 7 days there is a confirmation, after 3 months feedback.
- The office must look into it and act.
- Whoever reports honestly may [not suffer for it](/help-chat/knowledge/retaliation).
- The name stays protected, with [few exceptions](/help-chat/knowledge/exceptions).
- The records stay for three years after the end of the procedure.

## How counsel becomes a report
Only by a button of its own in the conversation. Before that it says what will change. You sign the step with your key. Nobody else can take it, not even the confidant.

## What suits whom
**Counsel** suits quarrels, bullying, strain, doubt. **A report** suits when a law is broken and this should end. If you are not sure, begin with counsel.`,
    },
    'de-x-leicht': {
      title: '2 Wege: reden oder melden',
      lead: 'Am Anfang reden Sie nur. Das Melden ist ein eigener Schritt. Nur Sie können ihn machen.',
      body: `## Weg 1: Reden
Eine [Vertrauens·person](/help-chat/knowledge/confidants) liest Ihre Nachricht.
Sonst passiert **nichts**.
Sie bestimmen alles.
90 Tage nach dem Ende löschen wir das Gespräch.

## Weg 2: Melden
Jemand bricht ein Gesetz. Und Sie wollen das melden.
Das heißt: Sie geben einen Hinweis.
Dann muss die Stadt etwas tun:
- In 7 Tagen sagen wir: Ihr Hinweis ist da.
- In 3 Monaten sagen wir: Das haben wir gemacht.

Das Gesetz schützt Sie.
Niemand darf Sie bestrafen.
Ihr Name bleibt geheim. Es gibt [wenige Ausnahmen](/help-chat/knowledge/exceptions).

## Sie sind unsicher?
Dann fangen Sie mit Reden an.`,
    },
  },
}
