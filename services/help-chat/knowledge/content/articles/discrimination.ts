import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const discrimination: Article = {
  id: 'discrimination',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'AGG §§ 1, 3, 7, 12 bis 16, 22, 24, 27' }],
  keywords: ['Diskriminierung', 'Rassismus', 'Benachteiligung', 'Behinderung', 'Alter', 'Religion', 'Geschlecht', 'queer', 'Herkunft', 'AGG', 'racism', 'disability', 'schwanger', 'Elternzeit', 'pregnant', 'rassistisch', 'Kopftuch', 'schwul', 'lesbisch', 'trans', 'Ausländer', 'benachteiligt', 'Gehalt', 'discriminated', 'racist'],
  numbers: ['equal-treatment', 'telefonseelsorge'],
  texts: {
    de: {
      title: 'Diskriminierung',
      lead: 'Schlechter behandelt werden wegen der Herkunft, des Geschlechts, der Religion oder Weltanschauung, einer Behinderung, des Alters oder der sexuellen Identität. Das Gleichbehandlungsgesetz verbietet es.',
      body: `## Woran es zu erkennen ist
**Direkt:** Jemand wird nicht befördert, weil sie schwanger ist oder weil er „zu alt“ sein soll.

**Versteckt:** Eine Regel klingt gleich für alle und trifft doch immer dieselben. Zum Beispiel Besprechungen nur abends, wenn Eltern in Teilzeit nicht kommen können.

**Belästigung:** Sprüche, Bilder, Witze, die Menschen wegen eines dieser Merkmale herabsetzen.

**Anweisung:** Auch wer andere dazu auffordert, diskriminiert.

Das Gesetz schützt auch, wenn das Merkmal nur vermutet wird.

## Was {Sie|du} tun {können|kannst}
**Aufschreiben**, was geschah und wer dabei war. Vor Gericht reicht es oft, Anzeichen zu beweisen. Dann muss der Arbeitgeber zeigen, dass er nicht diskriminiert hat.

**Sich beschweren.** Die [Beschwerdestelle](/help-chat/knowledge/complaint-office) muss prüfen und das Ergebnis mitteilen. Wer sich beschwert oder etwas bezeugt, darf deshalb keine Nachteile haben.

**Beraten lassen.** Von einer [Vertrauensperson](/help-chat/knowledge/confidants), der Gleichstellungsstelle, der Vertretung der Menschen mit Schwerbehinderung oder der Antidiskriminierungsstelle des Bundes.

## Eine Frist, die zählt
Entschädigung und Schadensersatz müssen in der Regel **innerhalb von zwei Monaten** schriftlich verlangt werden. Ein Gespräch hier hält diese Frist nicht an. Tarifverträge können andere Fristen nennen.`,
    },
    en: {
      title: 'Discrimination',
      lead: 'Being treated worse because of origin, gender, religion or belief, a disability, age or sexual identity. The General Equal Treatment Act forbids it.',
      body: `## How to recognise it
**Openly:** somebody is not promoted because she is pregnant or because he is said to be “too old”.

**Hidden:** a rule sounds the same for everybody and still always hits the same people. For example meetings in the evening only, when parents who work part time cannot come.

**Harassment:** remarks, pictures, jokes that belittle people because of one of these traits.

**Orders:** whoever tells others to do it discriminates as well.

The Act also protects you if the trait is only assumed.

## What you can do
**Write down** what happened and who was there. In court it is often enough to prove signs. Then the employer must show that they did not discriminate.

**Complain.** The [complaint office](/help-chat/knowledge/complaint-office) must look into it and tell you the result. Nobody may suffer for having complained or borne witness.

**Get advice.** From a [confidant](/help-chat/knowledge/confidants), the equal opportunities office, the representatives of severely disabled staff, or the Federal Anti-Discrimination Agency.

## A time limit that counts
Compensation and damages usually have to be claimed in writing **within two months**. A conversation here does not stop this clock. Collective agreements may say otherwise.`,
    },
    'de-x-leicht': {
      title: 'Diskriminierung',
      lead: 'Diskriminierung heißt: Jemand behandelt Sie schlechter als andere. Zum Beispiel, weil Sie eine Behinderung haben.',
      body: `## Das ist verboten
Niemand darf Sie schlechter behandeln als andere.
Es ist egal:
- Woher kommen Sie? Welche Haut·farbe haben Sie?
- Sind Sie Frau, Mann oder divers?
- Welche Religion haben Sie?
- Haben Sie eine Behinderung?
- Wie alt sind Sie?
- Wen lieben Sie?

Das steht in einem Gesetz.
Das Gesetz heißt: Allgemeines Gleich·behandlungs·gesetz.

## Das können Sie tun
Schreiben Sie auf: Was ist passiert?
Gehen Sie zur [Beschwerde·stelle](/help-chat/knowledge/complaint-office).
Dort prüft jemand Ihre Beschwerde.
Sie bekommen eine Antwort.
Sie können auch mit einer [Vertrauens·person](/help-chat/knowledge/confidants) reden.

## Wichtig
Wollen Sie Geld als Ersatz?
Dann müssen Sie das in 2 Monaten aufschreiben und abgeben.
Lassen Sie sich schnell beraten.`,
    },
  },
}
