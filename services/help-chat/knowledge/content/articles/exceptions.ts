import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const exceptions: Article = {
  id: 'exceptions',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 8, 9' }, { title: 'StGB § 138' }],
  keywords: ['Ausnahmen', 'Vertraulichkeit', 'Name', 'Identität', 'Gericht', 'Staatsanwaltschaft', 'Paragraf 9', 'exception', 'court', 'identity', 'Polizei', 'Schweigen', 'verraten', 'witness', 'Zeuge'],
  numbers: [],
  texts: {
    de: {
      title: 'Wann ein Name weitergegeben werden darf',
      lead: 'Die Vertraulichkeit ist Gesetz. Es gibt Ausnahmen. {Sie sollten|Du solltest} sie kennen, bevor {Sie schreiben|du schreibst}.',
      body: `## Die Regel
Wer einen Hinweis gibt und wer darin genannt wird, bleibt geheim. Den Namen dürfen nur die Menschen kennen, die den Hinweis bearbeiten.

## Die Ausnahmen bei einem Hinweis
- Im **Strafverfahren**, wenn Polizei oder Staatsanwaltschaft es verlangen.
- Wenn eine **Behörde** es in einem Verfahren anordnet, das auf den Hinweis folgt, auch bei einem Bußgeld.
- Wenn ein **Gericht** es entscheidet.
- Wenn {Sie|du} **zugestimmt {haben|hast}**: für jede Weitergabe einzeln und schriftlich.
- Wer **absichtlich oder grob leichtfertig Falsches** meldet, ist nicht geschützt.

Vor der Weitergabe {werden Sie|wirst du} informiert und {erfahren|erfährst} die Gründe. Nur wenn das die Ermittlungen gefährdet, unterbleibt es.

## Bei der vertraulichen Beratung
Auch eine Vertrauensperson kann als Zeugin oder Zeuge geladen werden. Und wer von einer geplanten schweren Straftat erfährt, muss sie anzeigen. Das gilt für alle Menschen.

## Was das für anonyme Gespräche heißt
Weitergeben kann man nur, was man weiß. Wer hier ohne Namen schreibt, dessen Namen kennt weder die Vertrauensperson noch der Server. Der Inhalt kann trotzdem verraten, wer schreibt. Darum: [Was anonym hier bedeutet](/help-chat/knowledge/anonymous).`,
    },
    en: {
      title: 'When a name may be passed on',
      lead: 'Confidentiality is the law. It has exceptions. You should know them before you write.',
      body: `## The rule
Whoever writes a report, and whoever is named in it, stays secret. Only the people who deal with the report may know the name.

## The exceptions for a report
- In **criminal proceedings**, if the police or the public prosecutor demand it.
- If an **authority** orders it in a procedure that follows the report, fines included.
- If a **court** decides it.
- If **you have agreed**: for each passing on separately and in writing.
- Whoever reports something **false on purpose or with gross carelessness** is not protected.

You are told before it is passed on, with the reasons. This is left out only if it would endanger the investigation.

## In confidential counsel
A confidant can be called as a witness, too. And whoever learns of a serious crime that is planned has to tell the authorities. That holds for everybody.

## What this means for anonymous conversations
One can only pass on what one knows. If you write here without a name, neither the confidant nor the server knows it. What you write may still tell who you are. Therefore: [What anonymous means here](/help-chat/knowledge/anonymous).`,
    },
    'de-x-leicht': {
      title: 'Wann darf jemand Ihren Namen sagen?',
      lead: 'Ihr Name ist geheim. Es gibt aber Ausnahmen. Lesen Sie das vor dem Schreiben.',
      body: `## Die Regel
Nur wenige Menschen dürfen Ihren Namen kennen.
Sie müssen schweigen.

## Die Ausnahmen
- Die Polizei ermittelt und fragt nach dem Namen.
- Ein Gericht will den Namen wissen.
- Ein Amt ordnet es an.
- Sie haben Ja gesagt.
- Sie haben mit Absicht gelogen.

Wir sagen Ihnen vorher Bescheid.
Nur manchmal geht das **nicht**.

## Sie schreiben ohne Namen?
Dann weiß hier niemand Ihren Namen.
Und niemand kann den Namen sagen.
Aber Ihr Text kann Sie verraten.
Lesen Sie: [Was heißt anonym?](/help-chat/knowledge/anonymous)`,
    },
  },
}
