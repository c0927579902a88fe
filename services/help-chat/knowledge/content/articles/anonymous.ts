import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const anonymous: Article = {
  id: 'anonymous',
  group: 'protection',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG § 16 Absatz 1' }],
  keywords: ['anonym', 'Anonymität', 'Datenschutz', 'Spuren', 'sicher', 'Verschlüsselung', 'anonymous', 'privacy', 'encrypted', 'traces', 'private', 'heimlich', 'Handy', 'Browser', 'verfolgt werden', 'IP', 'gelöscht', 'delete'],
  numbers: [],
  texts: {
    de: {
      title: 'Was anonym hier bedeutet',
      lead: 'Kein Name, kein Konto, keine Adresse. Und doch gibt es Grenzen, die keine Technik aufhebt.',
      body: `## Was geschützt ist
- {Sie brauchen|Du brauchst} kein Konto, keine E-Mail und kein Telefon.
- Der Server schreibt nicht auf, von welchem Gerät oder aus welchem Netz jemand kommt.
- Nachrichten werden im Browser verschlüsselt. Lesen können sie nur {Sie|du} und die gewählten Vertrauenspersonen. Die IT der Stadt kann es nicht.
- Die Suche in diesen Seiten läuft auf {Ihrem|deinem} Gerät. Niemand erfährt, wonach {Sie suchen|du suchst}.

## Was nicht geschützt ist
**Der Inhalt.** Wenn nur drei Menschen bei einem Vorfall waren, wissen diese drei, wer schreibt.

**Ein fremdes Gerät.** Auf einem Dienstgerät kann der Arbeitgeber Programme haben, die mitlesen. Besser ist ein eigenes Gerät.

**Das Netz der Arbeit.** Dort ist zu sehen, dass jemand die Seite der Stadt öffnet, nicht aber, was dort geschieht. Besser ist das Netz zu Hause oder das Handynetz.

**Der Blick über die Schulter.** Oben auf jeder Seite steht „Schnell weg“.

## So bleibt {Ihr|dein} Text anonym
- Keine Namen, Orte und Tage, die nicht nötig sind.
- Nicht schreiben, wie {Sie|du} immer {schreiben|schreibst}: keine besonderen Wörter.
- Erst fragen, dann erzählen. Die Vertrauensperson sagt, was sie wirklich wissen muss.

Mehr dazu steht auf der [Seite über den Schutz](/help-chat/protection).`,
    },
    en: {
      title: 'What anonymous means here',
      lead: 'No name, no account, no address. And still there are limits that no technology removes.',
      body: `## What is protected
- You need no account, no mail and no telephone.
- The server does not write down from which device or network somebody comes.
- Messages are encrypted in the browser. Only you and the confidants you chose can read them. The town’s IT cannot.
- The search in these pages runs on your device. Nobody learns what you look for.

## What is not protected
**What you write.** If only three people were there, these three know who writes.

**Somebody else’s device.** On a device of your employer there may be programs that read along. Your own device is better.

**The network at work.** There one can see that somebody opens the town’s site, but not what happens there. Your network at home or the mobile network is better.

**A look over your shoulder.** On top of each page it says “Leave fast”.

## How your text stays anonymous
- No names, places and days that are not needed.
- Do not write the way you always write: no special words.
- Ask first, tell later. The confidant says what they really need to know.

There is more on the [page about protection](/help-chat/protection).`,
    },
    'de-x-leicht': {
      title: 'Was heißt anonym?',
      lead: 'Anonym heißt: Niemand kennt Ihren Namen.',
      body: `## Das ist geschützt
- Sie sagen **keinen** Namen.
- Sie brauchen **kein** Konto und **keine** E-Mail.
- Nur Sie und die Vertrauens·person können lesen.
- Sie suchen hier etwas? Das erfährt niemand.

## Das ist **nicht** geschützt
- Ihr Text kann Sie verraten. Zum Beispiel: Nur 3 Menschen waren dabei.
- Ein Computer von der Arbeit ist **nicht** sicher. Nehmen Sie Ihr eigenes Handy.
- Jemand schaut Ihnen zu. Drücken Sie dann: Schnell weg.

## Ein Rat
Schreiben Sie **keine** Namen, wenn Sie die Namen **nicht** brauchen.
Schreiben Sie zu Hause.`,
    },
  },
}
