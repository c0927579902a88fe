import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const conflict: Article = {
  id: 'conflict',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'ArbSchG § 5 Absatz 3 Nummer 6' }, { title: 'LPVG NRW § 64' }],
  keywords: ['Streit', 'Konflikt', 'Team', 'Kollegium', 'Leitung', 'Führung', 'Mediation', 'Ärger', 'quarrel', 'boss', 'argument', 'Kollege', 'Kollegin', 'Chefin', 'Chef', 'Vorgesetzte', 'colleague', 'manager', 'ungerecht'],
  numbers: ['telefonseelsorge'],
  texts: {
    de: {
      title: 'Streit im Team',
      lead: 'Wo Menschen arbeiten, gibt es Streit. Früh angesprochen ist er meistens lösbar.',
      body: `## Bevor {Sie|du} etwas {tun|tust}
Drei Fragen helfen, klarer zu sehen:
- Worum geht es in der Sache, und was hat weh getan?
- Was soll danach anders sein?
- Wer kann daran etwas ändern?

## Das Gespräch zu zweit
Einen ruhigen Moment suchen. Von sich sprechen: „Ich habe gehört … Das hat mich … Ich wünsche mir …“ Zuhören, auch wenn es schwerfällt. Eine Sache vereinbaren, die bis nächste Woche anders ist.

## Wenn das nicht geht
**Mit Begleitung.** Eine unbeteiligte Person moderiert. Viele Verwaltungen bieten Mediation an, freiwillig und vertraulich.

**Mit der Leitung.** Für das Miteinander ist sie verantwortlich. Ist sie selbst Teil des Streits, kann die nächste Ebene oder der [Personalrat](/help-chat/knowledge/staff-council) helfen.

**Erst sortieren.** Eine [Vertrauensperson](/help-chat/knowledge/confidants) hört zu und überlegt mit. Daraus folgt nichts, was {Sie nicht wollen|du nicht willst}.

## Wann es mehr ist als ein Streit
Wenn es sich wiederholt, immer dieselbe Person trifft und sie krank macht: [Mobbing](/help-chat/knowledge/bullying). Wenn jemand droht oder zuschlägt: [Gewalt und Drohungen](/help-chat/knowledge/violence-and-threats).`,
    },
    en: {
      title: 'Conflict in the team',
      lead: 'Where people work there are quarrels. Spoken about early, most of them can be solved.',
      body: `## Before you do anything
Three questions help to see more clearly:
- What is it about, and what was it that hurt?
- What should be different afterwards?
- Who can change something about it?

## Talking to each other
Look for a quiet moment. Speak about yourself: “I heard … That made me … I wish …” Listen, even if it is hard. Agree on one thing that will be different by next week.

## If that does not work
**With company.** Somebody who is not involved leads the talk. Many administrations offer mediation. It is voluntary and confidential.

**With your superior.** They are responsible for how people get along. If they are part of the quarrel, the next level or the [staff council](/help-chat/knowledge/staff-council) can help.

**Sort it out first.** A [confidant](/help-chat/knowledge/confidants) listens and thinks with you. Nothing follows from it that you do not want.

## When it is more than a quarrel
If it repeats itself, always hits the same person and makes them ill: [bullying](/help-chat/knowledge/bullying). If somebody threatens or hits: [violence and threats](/help-chat/knowledge/violence-and-threats).`,
    },
    'de-x-leicht': {
      title: 'Streit bei der Arbeit',
      lead: 'Streit gibt es überall. Reden hilft oft.',
      body: `## Denken Sie zuerst nach
- Was hat Ihnen weh getan?
- Was soll anders werden?
- Wer kann Ihnen helfen?

## Reden Sie miteinander
Suchen Sie eine ruhige Zeit.
Sagen Sie: Das hat mich traurig gemacht.
Sagen Sie: Das wünsche ich mir.
Hören Sie auch zu.

## Das geht **nicht**?
Dann kann eine andere Person dabei sein.
Oder Sie reden mit Ihrer Chefin oder Ihrem Chef.
Oder Sie reden mit einer [Vertrauens·person](/help-chat/knowledge/confidants).
Oder Sie fragen den [Personal·rat](/help-chat/knowledge/staff-council).`,
    },
  },
}
