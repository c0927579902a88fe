import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const bullying: Article = {
  id: 'bullying',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'ArbSchG §§ 3 bis 5' }, { title: 'AGG § 3 Absatz 3' }, { title: 'BGB § 241 Absatz 2' }],
  keywords: ['Mobbing', 'Schikane', 'Ausgrenzung', 'Gerüchte', 'Lästern', 'bossing', 'mobbing', 'exclusion', 'rumours', 'ignoriert', 'gemobbt', 'fertiggemacht', 'ausgeschlossen', 'ausgelacht', 'beleidigt', 'bullied', 'insulted', 'Bossing', 'Cybermobbing'],
  numbers: ['telefonseelsorge', 'emergency'],
  texts: {
    de: {
      title: 'Mobbing',
      lead: 'Wenn jemand bei der Arbeit über längere Zeit gezielt ausgegrenzt, schlechtgemacht oder schikaniert wird.',
      body: `## Woran es zu erkennen ist
Ein Streit ist noch kein Mobbing. Mobbing ist ein Muster: Es wiederholt sich, es trifft immer dieselbe Person, und allein kommt sie schwer wieder heraus.
- Informationen werden zurückgehalten, Gespräche verstummen.
- Gerüchte machen die Runde, Fehler werden vor anderen ausgebreitet.
- Aufgaben werden entzogen, sinnlos oder nicht zu schaffen.
- Witze oder Nachrichten gehen immer auf Kosten derselben Person.

Kommt es von der Leitung, heißt es oft Bossing. Für die Hilfe macht das keinen Unterschied.

## Was {Sie|du} jetzt tun {können|kannst}
**Aufschreiben.** Tag, Ort, was gesagt oder getan wurde, wer dabei war, wie es {Ihnen|dir} ging. Das Tagebuch gehört nach Hause und nicht auf den Rechner bei der Arbeit.

**Nicht allein bleiben.** Mit einer Person sprechen, der {Sie vertrauen|du vertraust}. Das kann eine [Vertrauensperson](/help-chat/knowledge/confidants) sein, der [Personalrat](/help-chat/knowledge/staff-council) oder die ärztliche Praxis.

**Grenzen sagen.** Ein klarer Satz hilft manchmal: „Ich möchte, dass das aufhört.“ Wenn das zu schwer ist, muss es niemand allein versuchen.

## Was der Arbeitgeber tun muss
Er muss die Gesundheit seiner Beschäftigten schützen, auch vor seelischer Belastung. Er muss hinsehen und eingreifen, wenn er von Mobbing weiß. Hängt das Mobbing mit Herkunft, Geschlecht, Religion, Behinderung, Alter oder sexueller Identität zusammen, ist es eine Belästigung nach dem Gleichbehandlungsgesetz. Dann gibt es zusätzlich die [Beschwerdestelle](/help-chat/knowledge/complaint-office).

## Wenn {Sie|du} es bei anderen {sehen|siehst}
Fragen, wie es geht. Dabeistehen. Nicht mitlachen. Auch wer zusieht, kann sich hier Rat holen.`,
    },
    en: {
      title: 'Bullying',
      lead: 'When somebody at work is deliberately shut out, run down or harassed over a longer time.',
      body: `## How to recognise it
A quarrel is not yet bullying. Bullying is a pattern: it repeats itself, it always hits the same person, and they can hardly get out of it alone.
- Information is held back, conversations fall silent.
- Rumours go round, mistakes are displayed in front of others.
- Tasks are taken away, pointless, or impossible to finish.
- Jokes or messages are always at the expense of the same person.

It may come from a superior. For the help you get, that makes no difference.

## What you can do now
**Write it down.** Day, place, what was said or done, who was there, how you felt. Keep the diary at home and not on your computer at work.

**Do not stay alone.** Talk to somebody you trust. That can be a [confidant](/help-chat/knowledge/confidants), the [staff council](/help-chat/knowledge/staff-council) or your doctor.

**Say where the limit is.** A clear sentence sometimes helps: “I want this to stop.” If that is too hard, nobody has to try it alone.

## What the employer must do
The employer must protect the health of the staff, mental strain included. Whoever is responsible has to look and step in once they know. If the bullying is connected with origin, gender, religion, disability, age or sexual identity, it is harassment under the General Equal Treatment Act. Then there is also the [complaint office](/help-chat/knowledge/complaint-office).

## If you see it happen to others
Ask how they are. Stand beside them. Do not laugh along. People who watch can get advice here as well.`,
    },
    'de-x-leicht': {
      title: 'Mobbing',
      lead: 'Mobbing heißt: Jemand ist bei der Arbeit oft gemein zu Ihnen.',
      body: `## Was ist Mobbing?
Streit gibt es überall.
Mobbing ist etwas anderes.
Mobbing passiert immer wieder.
Und es trifft immer die gleiche Person.
Zum Beispiel:
- Niemand redet mehr mit Ihnen.
- Jemand erzählt Lügen über Sie.
- Sie bekommen **keine** guten Aufgaben mehr.
- Alle lachen über Sie.

## Das können Sie tun
Schreiben Sie alles auf.
Wann war es? Wo war es? Was ist passiert?
Lassen Sie den Zettel zu Hause.
Reden Sie mit einer Person, die Sie mögen.
Oder reden Sie mit einer [Vertrauens·person](/help-chat/knowledge/confidants).
Sie sind **nicht** schuld.

## Das muss die Stadt tun
Die Stadt muss Sie schützen.
Die Stadt muss das Mobbing stoppen.`,
    },
  },
}
