import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const sexualHarassment: Article = {
  id: 'sexual-harassment',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'AGG § 3 Absatz 4, §§ 12 bis 16' }, { title: 'StGB §§ 177, 184i' }],
  keywords: ['sexuelle Belästigung', 'Grapschen', 'Anfassen', 'Anmache', 'Sexismus', 'Übergriff', 'Bilder', 'sexist', 'touching', 'assault', 'metoo', 'angefasst', 'begrapscht', 'belästigt', 'Nein', 'Vergewaltigung', 'Stalking', 'harassed', 'raped', 'groped', 'Flirt', 'Nacktbild'],
  numbers: ['violence-women', 'violence-men', 'sexual-abuse', 'emergency'],
  texts: {
    de: {
      title: 'Sexuelle Belästigung',
      lead: 'Blicke, Worte, Bilder oder Berührungen, die sexuell gemeint und nicht gewollt sind. Es zählt, wie es ankommt, nicht, wie es gemeint war.',
      body: `## Was dazugehört
- Bemerkungen über den Körper, anzügliche Witze, Fragen nach dem Liebesleben.
- Starren, Hinterherpfeifen, aufgedrängte Nachrichten.
- Bilder oder Filme zeigen, die nicht gewollt sind.
- Berührungen, die zufällig wirken sollen.
- Vorteile versprechen oder Nachteile androhen.

Das alles ist bei der Arbeit verboten. Es ist auch dann verboten, wenn {Sie|du} nicht sofort Nein gesagt {haben|hast}. Viele erstarren in diesem Moment. Das ist eine gewöhnliche Reaktion und keine Zustimmung.

## Was {Sie|du} jetzt tun {können|kannst}
**In Sicherheit kommen.** Bei Gefahr gilt der Notruf 110.

**Aufschreiben und aufheben.** Tag, Ort, Worte, wer dabei war. Nachrichten und Bilder nicht löschen.

**Reden.** Mit einer [Vertrauensperson](/help-chat/knowledge/confidants), der [Beschwerdestelle](/help-chat/knowledge/complaint-office) oder einem Hilfetelefon. {Sie entscheiden|Du entscheidest}, ob daraus mehr wird.

**Nach einem Angriff:** In vielen Krankenhäusern lassen sich Spuren vertraulich sichern, auch ohne Anzeige. Das geht nur in den ersten Tagen. Das Hilfetelefon 116 016 nennt Orte in der Nähe.

## Was der Arbeitgeber tun muss
Er muss die Belästigung beenden: mit einem Gespräch, einer Abmahnung, einer Versetzung oder einer Kündigung der belästigenden Person. Tut er nichts oder offensichtlich zu wenig, {dürfen Sie|darfst du} der Arbeit fernbleiben, soweit es zum Schutz nötig ist. Vorher sollte Rat eingeholt werden.

## Eine Frist, die zählt
Wer Entschädigung verlangen will, muss das in der Regel **innerhalb von zwei Monaten** schriftlich tun. Die Frist beginnt mit dem Vorfall, bei einer Kette von Vorfällen mit dem letzten. Ein Gespräch hier hält diese Frist nicht an.`,
    },
    en: {
      title: 'Sexual harassment',
      lead: 'Looks, words, pictures or touches that are sexual and unwanted. What counts is how it arrives, not how it was meant.',
      body: `## What it includes
- Remarks about the body, suggestive jokes, questions about the love life.
- Staring, whistling, messages nobody asked for.
- Showing pictures or films that are not wanted.
- Touches that are meant to look like chance.
- Promising advantages or threatening disadvantages.

All of this is forbidden at work. It is forbidden even if you did not say no at once. Many people freeze at that moment. That is a normal reaction and no consent.

## What you can do now
**Get to safety.** In danger, call 110.

**Write down and keep.** Day, place, words, who was there. Do not delete messages and pictures.

**Talk.** To a [confidant](/help-chat/knowledge/confidants), the [complaint office](/help-chat/knowledge/complaint-office) or a helpline. You decide whether it becomes more.

**After an assault:** many hospitals secure traces in confidence, even without a police report. This is possible in the first days only. The helpline 116 016 names places near you.

## What the employer must do
The employer has to end the harassment: by a talk, a warning, a transfer or the dismissal of the person who harasses. If nothing or obviously too little is done, you may stay away from work as far as it is needed for your protection. Get advice first.

## A time limit that counts
Whoever wants compensation usually has to claim it in writing **within two months**. The time begins with the incident, in a chain of incidents with the last one. A conversation here does not stop this clock.`,
    },
    'de-x-leicht': {
      title: 'Sexuelle Belästigung',
      lead: 'Jemand fasst Sie an. Oder jemand sagt schlimme Sachen über Ihren Körper. Sie wollen das **nicht**.',
      body: `## Was ist das?
Zum Beispiel:
- Jemand fasst Sie an.
- Jemand schaut immer auf Ihren Körper.
- Jemand zeigt Ihnen Sex-Bilder.
- Jemand macht Witze über Sex.
- Jemand will Sex und verspricht Ihnen dafür etwas.

Das ist verboten.
Es ist auch verboten, wenn Sie still waren.
Viele Menschen werden vor Schreck still.
Sie sind **nicht** schuld.

## Das können Sie tun
Sind Sie in Gefahr? Rufen Sie die Polizei an: 110.
Schreiben Sie auf: Was ist passiert?
Löschen Sie **keine** Nachrichten.
Reden Sie mit einer [Vertrauens·person](/help-chat/knowledge/confidants).
Oder rufen Sie ein Hilfe-Telefon an.
Sie bestimmen: Was passiert dann?

## Wichtig
Wollen Sie Geld als Ersatz?
Dann müssen Sie das in 2 Monaten aufschreiben und abgeben.
Lassen Sie sich schnell beraten.`,
    },
  },
}
