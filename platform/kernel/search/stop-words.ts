import { words } from './fold.ts'

/** Words that say nothing about what is looked for: function words, and the frame of a question. Dropped from queries only, never from texts. */
export const stopWords: ReadonlySet<string> = new Set(words(`
  der die das den dem des ein eine einer eines einem einen kein keine keinen keiner dieser diese dieses diesem diesen jeder jede jedes jeden
  und oder aber als auch an am ans auf aufs aus bei beim bis bzw da dabei dafür daher damit dann daran dass daß davon dazu denn deren dessen
  doch dort durch für gegen hat haben hatte hier hinter ich ihr ihre ihren ihrem ihrer ihres im in ins ist sind sein seine seinen seiner war waren wird werden wurde wurden
  ja nein nicht noch nun nur ob ohne sehr sich so sowie über um unter uns unser unsere vom von vor während wegen weil wenn
  zu zum zur zwischen es er sie wir man mich mir mein meine meinen meinem meiner meines dein deine dich dir euch euer eure du ihnen ihm ihn
  wo wann wie was wer wen wem wessen warum wieso weshalb wohin woher womit wofür wodurch welche welcher welches welchen welchem
  kann kannst können könnte darf dürfen dürfte muss muß müssen soll sollen sollte will wollen möchte möchten mag gibt gab geben habe hast hätte
  bin bist wäre wären würde würden bekomme bekommen bekommt erhalte erhalten finde finden findet brauche brauchen braucht mache machen macht tun tut
  wieviel wieviele viel viele vielen eigentlich bitte gerne etwas jemand alles alle allen mal nach mit seit pro je gilt gelten nächste nächsten nächster
  heißt bedeutet passiert geht gehe gehen kommt kommen stehe steht lassen lässt suche sucht suchen wissen weiß zeige zeigen erfahren informationen info infos
`))
