import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const corruption: Article = {
  id: 'corruption',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 2, 3, 6, 7, 32, 33, 36, 38' }, { title: 'StGB §§ 299, 331 bis 334' }],
  keywords: ['Korruption', 'Bestechung', 'Betrug', 'Untreue', 'Compliance', 'Whistleblower', 'Hinweisgeber', 'Geschenke', 'Vergabe', 'Datenschutz', 'bribe', 'fraud', 'whistleblowing', 'HinSchG', 'Verstoß', 'bestochen', 'Schmiergeld', 'gestohlen', 'Diebstahl', 'Vetternwirtschaft', 'melden', 'stolen', 'nepotism', 'Umwelt'],
  numbers: [],
  texts: {
    de: {
      title: 'Korruption und andere Regelbrüche',
      lead: 'Bestechung, Betrug, manipulierte Vergaben, missachteter Arbeitsschutz: Wer davon durch die Arbeit erfährt und es meldet, ist durch das Hinweisgeberschutzgesetz geschützt.',
      body: `## Was gemeldet werden kann
- Straftaten, zum Beispiel Bestechung, Betrug oder Untreue.
- Verstöße, auf die ein Bußgeld steht, wenn sie Leben, Gesundheit oder Rechte der Beschäftigten schützen.
- Verstöße gegen viele weitere Regeln: Umwelt, Datenschutz, Vergabe großer Aufträge, Steuern von Firmen, Wettbewerb, Verfassungstreue im Beamtenverhältnis.

Es muss nicht bewiesen sein. Ein begründeter Verdacht genügt. Nicht jede Ungerechtigkeit gehört dazu: Für Streit oder schlechten Umgang ist die [vertrauliche Beratung](/help-chat/knowledge/two-lanes) der bessere Weg.

## Was {Sie|du} vorher wissen {sollten|solltest}
**Nicht selbst ermitteln.** Keine fremden Schränke oder Passwörter öffnen. Aufschreiben, was {Sie|du} im normalen Dienst {gesehen haben|gesehen hast}.

**Ehrlich bleiben.** Wer absichtlich oder grob leichtfertig Falsches meldet, verliert den Schutz und muss den Schaden ersetzen. Ein ehrlicher Irrtum ist geschützt.

**Verschwiegenheit.** Auch dienstliche Geheimnisse dürfen an eine zuständige Meldestelle gegeben werden, wenn das nötig ist, um den Verstoß aufzudecken. Für Verschlusssachen und einige Berufsgeheimnisse gilt das nicht.

**Presse erst zuletzt.** An die Öffentlichkeit zu gehen ist nur in engen Fällen geschützt.

## Zwei Türen
{Sie dürfen|Du darfst} frei wählen: die interne Meldestelle oder eine [externe Meldestelle](/help-chat/knowledge/external-offices). Niemand darf das behindern. [So geht es nach einem Hinweis weiter](/help-chat/knowledge/after-a-report).`,
    },
    en: {
      title: 'Corruption and other breaches of rules',
      lead: 'Bribery, fraud, manipulated tenders, ignored safety at work: whoever learns of it through their work and reports it is protected by the German Whistleblower Protection Act (HinSchG).',
      body: `## What can be reported
- Crimes, such as bribery, fraud or embezzlement.
- Breaches that carry a fine, if the rule protects life, health or the rights of employees.
- Breaches of many other rules: environment, data protection, large public contracts, company taxes, competition, loyalty of civil servants to the constitution.

It need not be proven. A reasonable suspicion is enough. Not every injustice belongs here: for quarrels or bad manners, [confidential counsel](/help-chat/knowledge/two-lanes) is the better way.

## What you should know first
**Do not investigate yourself.** Do not open other people’s cupboards or passwords. Write down what you saw in your ordinary work.

**Stay honest.** Whoever reports something false on purpose or with gross carelessness loses the protection and must pay for the damage. An honest mistake is protected.

**Secrecy.** Official secrets, too, may be given to a competent reporting office if that is needed to uncover the breach. This does not hold for classified matters and some professional secrets.

**The press comes last.** Going public is protected in narrow cases only.

## Two doors
You may choose freely: the internal reporting office or an [external one](/help-chat/knowledge/external-offices). Nobody may hinder you. [What happens after a report](/help-chat/knowledge/after-a-report).`,
    },
    'de-x-leicht': {
      title: 'Jemand bricht die Regeln',
      lead: 'Zum Beispiel: Jemand nimmt heimlich Geld. Oder jemand lügt bei einem Auftrag.',
      body: `## Das können Sie melden
- Jemand nimmt Geld oder Geschenke.
- Jemand stiehlt oder betrügt.
- Die Arbeit ist gefährlich und niemand tut etwas.
- Jemand macht die Umwelt kaputt.

Sie müssen es **nicht** beweisen.
Aber Sie müssen ehrlich sein.
Lügen Sie mit Absicht? Dann schützt Sie das Gesetz **nicht**.

## Das ist wichtig
Suchen Sie **nicht** selbst nach Beweisen.
Schreiben Sie auf: Was haben Sie gesehen?
Gehen Sie **nicht** gleich zur Zeitung.

## Wo können Sie melden?
Bei der Melde·stelle von der Stadt.
Oder bei einer [anderen Melde·stelle](/help-chat/knowledge/external-offices).
Sie suchen es aus.
Niemand darf Sie dafür bestrafen.`,
    },
  },
}
