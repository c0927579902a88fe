import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const complaintOffice: Article = {
  id: 'complaint-office',
  group: 'help',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'AGG §§ 12, 13, 16, 24' }],
  keywords: ['Beschwerdestelle', 'Beschwerde', 'AGG', 'Gleichbehandlung', 'complaint', 'equal treatment'],
  numbers: ['equal-treatment'],
  texts: {
    de: {
      title: 'Die Beschwerdestelle nach dem Gleichbehandlungsgesetz',
      lead: 'Wer sich bei der Arbeit diskriminiert oder sexuell belästigt fühlt, hat ein Recht auf eine Beschwerde und auf eine Antwort.',
      body: `## Wer sich beschweren darf
Alle, die bei der Stadt arbeiten, eine Ausbildung machen oder sich bewerben, auch im Beamtenverhältnis. Es ist gleich, von wem es ausging: von der Leitung, aus dem Kollegium oder von der Kundschaft.

## Was dann geschieht
- Die Beschwerde wird angenommen, mündlich oder schriftlich.
- Die Stelle prüft und hört auch die beschuldigte Person an. Dafür muss sie meist sagen, worum es geht.
- Das Ergebnis wird mitgeteilt. Das Gesetz verlangt es.
- Stimmt der Vorwurf, muss der Arbeitgeber handeln: ermahnen, abmahnen, umsetzen, versetzen oder kündigen.

## Was niemand darf
Wer sich beschwert, wer hilft und wer etwas bezeugt, darf dafür keine Nachteile haben.

## Der Unterschied zur Beratung hier
Die Beschwerdestelle ist ein förmlicher Weg: Der Arbeitgeber erfährt davon und muss handeln. Die [vertrauliche Beratung](/help-chat/knowledge/two-lanes) löst nichts aus. Viele sprechen erst mit einer Vertrauensperson und entscheiden dann.`,
    },
    en: {
      title: 'The complaint office under the Equal Treatment Act',
      lead: 'Whoever feels discriminated against or sexually harassed at work has the right to complain and to get an answer.',
      body: `## Who may complain
Everybody who works for the town, is in training or applies for a job, civil servants included. It does not matter who did it: a superior, a colleague or a customer.

## What happens then
- The complaint is taken, spoken or in writing.
- The office looks into it and also hears the accused person. For that it usually has to say what it is about.
- You are told the result. The law demands it.
- If the complaint is true, the employer must act: reprimand, warn, move, transfer or dismiss.

## What nobody may do
Nobody may suffer for having complained, helped or borne witness.

## How it differs from counsel here
The complaint office is a formal way: the employer learns of it and must act. [Confidential counsel](/help-chat/knowledge/two-lanes) sets nothing off. Many people talk to a confidant first and decide then.`,
    },
    'de-x-leicht': {
      title: 'Die Beschwerde·stelle',
      lead: 'Jemand behandelt Sie schlechter als andere. Dann können Sie sich hier beschweren.',
      body: `## Wer darf sich beschweren?
Alle Menschen, die bei der Stadt arbeiten.
Auch Menschen in der Ausbildung.

## Was passiert dann?
- Sie erzählen: Das ist passiert.
- Die Stelle prüft es. Sie redet auch mit der anderen Person.
- Sie bekommen eine Antwort.
- Stimmt es? Dann muss die Stadt etwas tun.

Niemand darf Sie für die Beschwerde bestrafen.

## Das müssen Sie wissen
Die Stadt weiß dann von Ihrer Beschwerde.
Wollen Sie erst nur reden?
Dann schreiben Sie einer [Vertrauens·person](/help-chat/knowledge/confidants).`,
    },
  },
}
