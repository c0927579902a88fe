import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const accused: Article = {
  id: 'accused',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG § 1 Absatz 2, §§ 8, 9 Absatz 4, § 38' }, { title: 'DSGVO Art. 14, 15' }],
  keywords: ['beschuldigt', 'Vorwurf', 'Unschuld', 'Rechte', 'accused', 'blamed', 'Anhörung', 'falscher Verdacht', 'unschuldig', 'verdächtigt', 'innocent', 'Verleumdung'],
  numbers: ['telefonseelsorge'],
  texts: {
    de: {
      title: 'Wenn {Ihnen|dir} etwas vorgeworfen wird',
      lead: 'Auch wer beschuldigt wird, hat Rechte. Ein Vorwurf ist noch kein Ergebnis.',
      body: `## Welche Rechte das sind
- **Der Name bleibt geschützt.** Das Gesetz schützt auch die Menschen, um die es in einem Hinweis geht.
- **Gehört werden.** Bevor etwas entschieden wird, {dürfen Sie|darfst du} die eigene Sicht sagen.
- **Begleitung.** Der Personalrat oder eine andere Person des Vertrauens darf dabei sein.
- **Es gilt als unbewiesen**, bis es geklärt ist. Niemand darf vorher bestraft werden.
- **Auskunft.** Was über {Sie|dich} gespeichert ist, {dürfen Sie|darfst du} erfahren. Das kann warten, solange es die Prüfung stört, und der Name der meldenden Person bleibt geschützt.

## Was {Sie|du} tun {können|kannst}
Ruhig bleiben. Nicht nach der Person suchen, die gemeldet hat, und niemanden unter Druck setzen. Das ist verboten und schadet. Eigene Unterlagen ordnen. Rat holen: bei einer [Vertrauensperson](/help-chat/knowledge/confidants), beim [Personalrat](/help-chat/knowledge/staff-council) oder bei einer Anwaltskanzlei.

## Wenn der Vorwurf falsch ist
Wer absichtlich oder grob leichtfertig Falsches meldet, muss den Schaden ersetzen. Wer sich ehrlich geirrt hat, muss das nicht.`,
    },
    en: {
      title: 'If you are accused of something',
      lead: 'Whoever is accused has rights, too. An accusation is not yet a result.',
      body: `## Which rights these are
- **Your name is protected.** The law also protects the people whom a report is about.
- **Being heard.** Before anything is decided you may tell your side.
- **Company.** The staff council or another person you trust may be there.
- **It is unproven** until it has been cleared up. Nobody may be punished before.
- **Information.** You may learn what is stored about you. That can wait while it would disturb the inquiry, and the name of the reporting person stays protected.

## What you can do
Stay calm. Do not look for the person who reported, and put nobody under pressure. That is forbidden and does harm. Put your own papers in order. Get advice: from a [confidant](/help-chat/knowledge/confidants), the [staff council](/help-chat/knowledge/staff-council) or a lawyer.

## If the accusation is false
Whoever reports something false on purpose or with gross carelessness must pay for the damage. Whoever was honestly mistaken need not.`,
    },
    'de-x-leicht': {
      title: 'Jemand sagt: Sie haben etwas falsch gemacht',
      lead: 'Auch Sie haben Rechte. Ein Vorwurf ist noch **kein** Beweis.',
      body: `## Ihre Rechte
- Ihr Name bleibt geheim.
- Sie dürfen erzählen: So war es.
- Eine Person darf mit Ihnen kommen. Zum Beispiel vom Personal·rat.
- Erst prüft die Stelle alles. Vorher darf Sie niemand bestrafen.

## Das ist wichtig
Suchen Sie **nicht** nach der Person, die gemeldet hat.
Bedrohen Sie niemand.
Holen Sie sich Rat.
Eine [Vertrauens·person](/help-chat/knowledge/confidants) hilft auch Ihnen.`,
    },
  },
}
