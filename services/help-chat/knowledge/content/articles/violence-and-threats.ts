import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const violenceAndThreats: Article = {
  id: 'violence-and-threats',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'ArbSchG §§ 3 bis 5, 16' }, { title: 'StGB §§ 223, 238, 240, 241' }, { title: 'SGB VII § 8' }],
  keywords: ['Gewalt', 'Drohung', 'Bedrohung', 'Schläge', 'Angriff', 'Stalking', 'Waffe', 'Hausverbot', 'Kundschaft', 'threat', 'assault', 'attack', 'beaten', 'geschlagen', 'bedroht', 'angegriffen', 'Messer', 'verfolgt', 'threatened', 'stalked', 'Überfall'],
  numbers: ['police', 'emergency', 'victims', 'violence-women', 'violence-men'],
  texts: {
    de: {
      title: 'Gewalt und Drohungen',
      lead: 'Schläge, Drohungen, Verfolgung: von der Kundschaft, aus dem Kollegium oder von Menschen aus dem Privatleben, die bis an den Arbeitsplatz kommen.',
      body: `## Jetzt in Gefahr?
Weggehen, Türen schließen, andere rufen. **Polizei 110, Rettung 112.** Wer schnell hilft, darf vorher niemanden fragen müssen.

## Danach
**Verletzungen zeigen.** In der ärztlichen Praxis oder im Krankenhaus sagen, dass es bei der Arbeit geschah. Dann ist es ein Arbeitsunfall, auch wenn keine Wunde zu sehen ist. Die Unfallkasse bezahlt auch die seelische Hilfe.

**Aufschreiben.** Wann, wo, wer, welche Worte, wer es gesehen hat.

**Melden.** Eine unmittelbare Gefahr für andere {müssen Sie|musst du} der Leitung sagen. Was {Sie|du} selbst erlebt {haben, entscheiden Sie|hast, entscheidest du}.

**Anzeige.** Die Polizei nimmt sie jederzeit auf. Niemand muss allein hingehen.

## Was der Arbeitgeber tun muss
Er muss vorher prüfen, wo Gewalt droht, und schützen: Fluchtwege, Alarm, keine Arbeit allein an gefährlichen Plätzen, Hausverbote. Nach einem Vorfall muss er prüfen, ob das reicht.

## Wenn die Drohung aus dem Privatleben kommt
Auch dann ist der Arbeitsplatz ein Ort, an dem Schutz möglich ist: andere Zeiten, eine andere Telefonnummer, ein Hinweis am Empfang. Eine [Vertrauensperson](/help-chat/knowledge/confidants) hilft, das zu ordnen.`,
    },
    en: {
      title: 'Violence and threats',
      lead: 'Blows, threats, stalking: by customers, by colleagues, or by people from private life who come to the workplace.',
      body: `## In danger now?
Go away, close doors, call others. **Police 110, ambulance and fire brigade 112.** Nobody needs permission to call for help.

## Afterwards
**Show injuries.** Tell the doctor or the hospital that it happened at work. Then it is an accident at work, even if there is no wound to be seen. The accident insurance also pays for psychological help.

**Write it down.** When, where, who, which words, who saw it.

**Tell.** You have to tell your superiors about an immediate danger for others. What you went through yourself is yours to decide.

**Police report.** The police take it at any time. Nobody has to go alone.

## What the employer must do
The employer has to find out beforehand where violence may happen, and protect: ways of escape, alarms, nobody alone at dangerous places, bans from the building. After an incident they must check whether that is enough.

## If the threat comes from private life
Then, too, the workplace can protect you: other hours, another telephone number, a word at the reception. A [confidant](/help-chat/knowledge/confidants) helps to sort this out.`,
    },
    'de-x-leicht': {
      title: 'Gewalt und Drohungen',
      lead: 'Jemand schlägt Sie. Oder jemand macht Ihnen Angst.',
      body: `## Sind Sie jetzt in Gefahr?
Gehen Sie weg.
Rufen Sie laut um Hilfe.
Die Polizei hat die Nummer **110**.
Der Kranken·wagen hat die Nummer **112**.

## Danach
Gehen Sie zum Arzt oder zur Ärztin.
Sagen Sie: Das ist bei der Arbeit passiert.
Schreiben Sie auf: Was ist passiert?
Reden Sie mit einer [Vertrauens·person](/help-chat/knowledge/confidants).
Sie können auch zur Polizei gehen.
Jemand kann mit Ihnen gehen.

## Das muss die Stadt tun
Die Stadt muss Sie schützen.
Zum Beispiel: Sie müssen **nicht** allein arbeiten.
Oder: Eine Person darf **nicht** mehr ins Haus.`,
    },
  },
}
