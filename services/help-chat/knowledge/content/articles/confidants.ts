import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const confidants: Article = {
  id: 'confidants',
  group: 'help',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 8, 15' }, { title: 'StPO §§ 52 bis 53a' }],
  keywords: ['Vertrauenspersonen', 'Vertrauensperson', 'Beratung', 'Schweigepflicht', 'confidant', 'counsel', 'vertraulich', 'reden', 'zuhören', 'Hilfe', 'talk', 'help', 'Gespräch'],
  numbers: ['telefonseelsorge'],
  texts: {
    de: {
      title: 'Was Vertrauenspersonen tun',
      lead: 'Vertrauenspersonen arbeiten selbst bei der Stadt. Die Aufgabe: zuhören, mitdenken und nichts weitererzählen.',
      body: `## Was sie tun
- Zuhören, ohne zu werten.
- Ordnen helfen: Was ist passiert, was wäre gut?
- Wege zeigen und sagen, was jeder Weg auslöst.
- Dabei sein, wenn {Sie|du} das {wünschen|wünschst}.

Alle haben eine Ausbildung dafür und tun es freiwillig. In dieser Aufgabe sind sie unabhängig. Niemand darf ihnen sagen, wie sie ein Gespräch führen sollen.

## Was sie nicht tun
- Ermitteln und urteilen.
- Mit anderen sprechen, ohne dass {Sie es wollen|du es willst}.
- Vor Gericht vertreten oder Therapie machen.
- Eine Strafe aussprechen.

## Wen {Sie|du} {wählen können|wählen kannst}
{Sie suchen|Du suchst} eine Person aus oder {lassen|lässt} es offen. Wenn jemand nichts erfahren soll, zum Beispiel, weil diese Person beteiligt ist, {schließen Sie|schließt du} sie beim Schreiben aus. Dann bekommt sie keinen Schlüssel und kann nichts lesen. [Wer die Vertrauenspersonen sind](/help-chat/confidants).

## Wo die Vertraulichkeit endet
Vertrauenspersonen haben meist kein Recht, vor Gericht zu schweigen. Und wenn jemandem eine schwere Straftat droht, muss jede Person Hilfe holen. Alles Weitere steht unter [Wann ein Name weitergegeben werden darf](/help-chat/knowledge/exceptions).`,
    },
    en: {
      title: 'What confidants do',
      lead: 'Confidants work for the town themselves. They listen, think with you and pass nothing on.',
      body: `## What they do
- Listen without judging.
- Help to sort out: what happened, what would be good?
- Show ways, and say what each of them sets off.
- Come along if you want them to.

They are trained for it and do it by choice. In this task they are independent. Nobody may tell them how to lead a conversation.

## What they do not do
- They do not investigate and do not judge.
- They talk to nobody unless you want it.
- They represent nobody in court and are no therapists.
- They cannot punish anybody.

## Whom you can choose
You pick a person or leave it open. If somebody shall not know, for example because they are involved, you exclude them before you write. Then they get no key and can read nothing. [Who the confidants are](/help-chat/confidants).

## Where confidentiality ends
Confidants usually have no right to silence in court. And if a serious crime is about to happen to somebody, everybody has to get help. Everything else is told under [When a name may be passed on](/help-chat/knowledge/exceptions).`,
    },
    'de-x-leicht': {
      title: 'Das machen Vertrauens·personen',
      lead: 'Vertrauens·personen arbeiten bei der Stadt. Sie hören Ihnen zu. Sie erzählen **nichts** weiter.',
      body: `## Das machen sie
- Sie hören Ihnen zu.
- Sie denken mit Ihnen nach.
- Sie zeigen Ihnen Wege.
- Sie gehen mit, wenn Sie das wollen.

## Das machen sie **nicht**
- Sie bestrafen niemand.
- Sie reden mit niemand, wenn Sie das **nicht** wollen.
- Sie sind **keine** Ärzte und **keine** Anwälte.

## Sie suchen die Person aus
Soll eine Person **nichts** wissen?
Dann sagen Sie das vor dem Schreiben.
Diese Person kann dann **nichts** lesen.
[Hier sehen Sie die Vertrauens·personen](/help-chat/confidants).

## Das müssen Sie wissen
Ein Gericht kann die Vertrauens·person fragen.
Dann muss sie meistens antworten.`,
    },
  },
}
