import type { ContentLocale, ContentText } from '../schema.ts'

/** The threat model in plain words (docs/threat-model.md). What is said here must be true there, and the other way round. */
export const protection: Readonly<Record<ContentLocale, Pick<ContentText, 'body'>>> = {
  de: {
    body: `## Was geschützt ist
**Wer {Sie sind|du bist}.** Kein Konto, keine E-Mail, kein Cookie. Der Server schreibt keine Netzadresse auf.

**Was {Sie schreiben|du schreibst}.** Es wird im Browser verschlüsselt. Wer die Datenbank, die Sicherungen oder den Server der Stadt in die Hand bekommt, sieht nur unlesbare Zeichen. Die Länge wird aufgefüllt, damit auch sie wenig verrät.

**Dass es unverändert ankommt.** Jede Nachricht ist unterschrieben. Fehlt etwas, ist es vertauscht oder verändert, meldet es die Seite.

**Was {Sie lesen und suchen|du liest und suchst}.** Die Suche läuft auf {Ihrem|deinem} Gerät. Wer über die Startseite liest, fragt den Server dabei nichts.

## Was der Server wissen muss
- dass es ein Gespräch gibt, an welchem Tag eine Nachricht kam und wie lang sie ungefähr ist,
- welche Vertrauenspersonen lesen können,
- ob es ein förmlicher Hinweis ist, wegen der Fristen im Gesetz.

## Was nicht geschützt ist
**Der Inhalt selbst.** Wer ein Ereignis beschreibt, das nur drei Menschen kennen, wird von diesen dreien erkannt. Keine Technik hilft dagegen.

**Das Netz des Arbeitgebers.** Dort ist zu sehen, dass jemand die Seite der Stadt öffnet und wie viel übertragen wird. Besser ist das eigene Gerät im eigenen Netz.

**Ein Gerät, das anderen gehört.** Programme des Arbeitgebers können Tasten und Bildschirm mitlesen.

**Der Verlauf des Browsers.** Keine Seite kann ihn löschen. Ein privates Fenster merkt ihn sich gar nicht erst.

**Eine Vertrauensperson, die nicht schweigt.** Wer lesen darf, kann weitersagen. Darum {wählen Sie|wählst du} selbst, wer liest, und {schließen|schließt} andere aus.

**Ein Gericht.** Es kann eine Vertrauensperson als Zeugin oder Zeuge laden. Die Ausnahmen stehen unter [Wann ein Name weitergegeben werden darf](/help-chat/knowledge/exceptions).

**Der allererste Besuch.** {Ihr|Dein} Browser muss dem Programm trauen, das der Server schickt. Danach lässt es sich festhalten und vergleichen: [Welches Programm hier läuft](/help-chat/app/version).

**Wer Netz und Datenbank zugleich beobachtet,** kann ahnen, wer wann schreibt.

## Schnell weg
Der Knopf oben auf jeder Seite und dreimal Esc tun dasselbe: Die Seite wird sofort leer. Dann löscht der Browser, was dieser Dienst gespeichert hat, und zeigt die Startseite der Stadt. Der Knopf „Zurück“ führt nicht mehr hierher. Ungespeicherter Text ist dann weg.

Ohne JavaScript ist es ein gewöhnlicher Link. Die Seiten davor bleiben dann im Verlauf. Ein privates Fenster verhindert das.

Wurde die App installiert, bleibt sie mit ihren Texten auf dem Gerät. Gelöscht wird alles Persönliche.

Die Anmeldung bei anderen Diensten der Stadt bleibt. Wer plötzlich abgemeldet ist, fällt auf.`,
  },
  en: {
    body: `## What is protected
**Who you are.** No account, no mail, no cookie. The server writes down no network address.

**What you write.** It is encrypted in the browser. Whoever gets hold of the database, the backups or the town’s server sees unreadable signs only. The length is filled up, so that it tells little as well.

**That it arrives unchanged.** Each message is signed. If something is missing, swapped or altered, the page says so.

**What you read and look for.** The search runs on your device. Whoever reads on the start page asks the server nothing meanwhile.

## What the server has to know
- that there is a conversation, on which day a message came and roughly how long it is,
- which confidants can read,
- whether it is a formal report, because of the time limits in the law.

## What is not protected
**What you tell.** Whoever describes an event that only three people know is recognised by these three. No technology helps against that.

**The network of the employer.** There one can see that somebody opens the town’s site and how much is transferred. Your own device in your own network is better.

**A device that belongs to others.** Programs of the employer can read along on keyboard and screen.

**The history of the browser.** No site can delete it. A private window does not remember it in the first place.

**A confidant who does not keep silent.** Whoever may read can tell. Therefore you choose who reads, and exclude others.

**A court.** It can call a confidant as a witness. The exceptions stand under [When a name may be passed on](/help-chat/knowledge/exceptions).

**The very first visit.** Your browser has to trust the program that the server sends. Afterwards it can be held fast and compared: [Which program runs here](/help-chat/app/version).

**Whoever watches the network and the database at the same time** can guess who writes when.

## Leaving fast
The button on top of each page and pressing Esc three times do the same: the page is blank at once. Then the browser deletes what this service has stored and shows the town’s front page. The “back” button no longer leads here. Text that was not saved is gone then.

Without JavaScript it is an ordinary link. The pages before it stay in the history then. A private window prevents that.

If the app was installed, it stays on the device with its texts. Everything personal is deleted.

You stay signed in to other services of the town. Somebody who is signed out all at once attracts attention.`,
  },
  'de-x-leicht': {
    body: `## Das ist geschützt
- Wir wissen Ihren Namen **nicht**.
- Nur Sie und die Vertrauens·person können Ihre Nachricht lesen.
- Niemand kann Ihre Nachricht heimlich ändern.
- Niemand erfährt, was Sie hier suchen.

## Das ist **nicht** geschützt
- Ihr Text kann Sie verraten. Zum Beispiel: Nur 3 Menschen waren dabei.
- Ein Computer von der Arbeit ist **nicht** sicher. Nehmen Sie Ihr eigenes Handy.
- Ihr Browser merkt sich: Sie waren auf der Seite. Ein privates Fenster merkt sich das **nicht**.
- Ein Gericht kann die Vertrauens·person fragen.

## Schnell weg
Oben steht ein Knopf.
Der Knopf heißt: Schnell weg.
Kommt jemand? Dann drücken Sie den Knopf.
Oder Sie drücken 3 Mal die Taste Esc.
Dann sehen Sie eine andere Seite.
Ihr Text ist dann weg.`,
  },
}
