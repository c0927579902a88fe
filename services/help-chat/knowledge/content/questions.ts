import { plainDate } from '@modellregion/standards'
import type { Question } from '../schema.ts'

const checkedOn = plainDate('2026-11-29')

/** Questions that people ask before they write, and short answers. */
export const questions: readonly Question[] = [
  {
    id: 'who-reads',
    more: 'anonymous',
    checkedOn,
    texts: {
      de: { question: 'Wer kann lesen, was ich schreibe?', answer: '{Sie|Du} und die Vertrauenspersonen, die {Sie ausgesucht haben|du ausgesucht hast}. Sonst niemand, auch nicht die IT der Stadt.' },
      en: { question: 'Who can read what I write?', answer: 'You and the confidants you chose. Nobody else, not even the town’s IT.' },
      'de-x-leicht': { question: 'Wer kann meine Nachricht lesen?', answer: 'Sie und die Vertrauens·person. Sonst niemand.' },
    },
  },
  {
    id: 'employer-sees',
    more: 'anonymous',
    checkedOn,
    texts: {
      de: { question: 'Sieht mein Arbeitgeber, dass ich hier war?', answer: 'Im Netz der Arbeit ist zu sehen, dass jemand die Seite der Stadt öffnet. Was dort gelesen oder geschrieben wird, ist nicht zu sehen. Am besten ein eigenes Gerät zu Hause benutzen.' },
      en: { question: 'Does my employer see that I was here?', answer: 'In the network at work one can see that somebody opens the town’s site. What is read or written there cannot be seen. Best use your own device at home.' },
      'de-x-leicht': { question: 'Sieht die Stadt, dass ich hier war?', answer: 'Vielleicht an einem Computer von der Arbeit. Nehmen Sie Ihr eigenes Handy. Dann sieht es niemand.' },
    },
  },
  {
    id: 'quarrel-or-bullying',
    more: 'bullying',
    checkedOn,
    texts: {
      de: { question: 'Ist das schon Mobbing?', answer: 'Ein Muster spricht dafür: Es wiederholt sich, es trifft immer dieselbe Person, und sie kann sich allein kaum wehren. {Sie müssen|Du musst} es nicht sicher wissen, um Rat zu holen.' },
      en: { question: 'Is that bullying already?', answer: 'A pattern speaks for it: it repeats itself, always hits the same person, and they can hardly defend themselves alone. You need not be sure to get advice.' },
      'de-x-leicht': { question: 'Ist das schon Mobbing?', answer: 'Passiert es immer wieder? Und trifft es immer Sie? Dann ist es vielleicht Mobbing. Fragen Sie uns.' },
    },
  },
  {
    id: 'must-report',
    more: 'two-lanes',
    checkedOn,
    texts: {
      de: { question: 'Wird aus meiner Frage gleich ein Hinweis nach dem Gesetz?', answer: 'Nein. Ein Gespräch ist Beratung. Ein Hinweis wird es nur, wenn {Sie diesen Schritt selbst gehen|du diesen Schritt selbst gehst}.' },
      en: { question: 'Does my question become a report at once?', answer: 'No. A conversation is counsel. It becomes a report only if you take that step yourself.' },
      'de-x-leicht': { question: 'Ist mein Text gleich ein Hinweis?', answer: 'Nein. Erst reden Sie nur. Melden ist ein eigener Schritt.' },
    },
  },
  {
    id: 'proof',
    more: 'corruption',
    checkedOn,
    texts: {
      de: { question: 'Brauche ich Beweise?', answer: 'Nein. Ein begründeter Verdacht reicht. Hilfreich ist, was {Sie selbst gesehen haben|du selbst gesehen hast}: Tag, Ort, Worte. Heimlich suchen soll niemand.' },
      en: { question: 'Do I need proof?', answer: 'No. A reasonable suspicion is enough. What you saw yourself helps: day, place, words. Nobody should search in secret.' },
      'de-x-leicht': { question: 'Brauche ich Beweise?', answer: 'Nein. Sagen Sie: Das habe ich gesehen.' },
    },
  },
  {
    id: 'my-boss',
    more: 'confidants',
    checkedOn,
    texts: {
      de: { question: 'Was, wenn es um meine Leitung geht?', answer: 'Dann erfährt sie nichts. Wer eine Vertrauensperson ist und beteiligt, kann vor dem Schreiben ausgeschlossen werden und bekommt keinen Schlüssel.' },
      en: { question: 'What if it is about my superior?', answer: 'Then they learn nothing. A confidant who is involved can be excluded before you write and gets no key.' },
      'de-x-leicht': { question: 'Es geht um meinen Chef oder meine Chefin. Was dann?', answer: 'Dann sagen Sie: Diese Person soll **nichts** lesen. Sie bekommt Ihre Nachricht **nicht**.' },
    },
  },
  {
    id: 'lost-words',
    more: 'anonymous',
    checkedOn,
    texts: {
      de: { question: 'Ich habe meine Zugangswörter verloren. Was nun?', answer: 'Niemand kann sie zurückgeben, denn niemand kennt sie. {Beginnen Sie|Beginne} ein neues Gespräch und {erzählen Sie|erzähle}, dass es schon eines gab.' },
      en: { question: 'I have lost my access words. What now?', answer: 'Nobody can give them back, because nobody knows them. Start a new conversation and say that there was one before.' },
      'de-x-leicht': { question: 'Meine geheimen Wörter sind weg. Was jetzt?', answer: 'Niemand kennt die Wörter. Fangen Sie bitte neu an.' },
    },
  },
  {
    id: 'how-long',
    more: 'after-a-report',
    checkedOn,
    texts: {
      de: { question: 'Wann bekomme ich Antwort?', answer: 'Bei einer Beratung meist in wenigen Tagen. Bei einem Hinweis spätestens nach 7 Tagen eine Bestätigung und nach 3 Monaten eine Rückmeldung. {Schauen Sie|Schau} selbst wieder vorbei, denn wir haben keine Adresse.' },
      en: { question: 'When do I get an answer?', answer: 'In counsel usually within a few days. For a report a confirmation after 7 days at the latest and feedback after 3 months. Look in again yourself, for we have no address.' },
      'de-x-leicht': { question: 'Wann kommt eine Antwort?', answer: 'Oft in wenigen Tagen. Schauen Sie bitte selbst nach. Wir haben **keine** Adresse von Ihnen.' },
    },
  },
  {
    id: 'colleague',
    more: 'bullying',
    checkedOn,
    texts: {
      de: { question: 'Ich mache mir Sorgen um jemand anderen. Darf ich schreiben?', answer: 'Ja. Die Vertrauensperson überlegt mit, was hilft und was die andere Person selbst entscheiden soll.' },
      en: { question: 'I am worried about somebody else. May I write?', answer: 'Yes. The confidant thinks with you about what helps, and what the other person should decide themselves.' },
      'de-x-leicht': { question: 'Einer anderen Person geht es schlecht. Darf ich schreiben?', answer: 'Ja. Wir denken mit Ihnen nach.' },
    },
  },
  {
    id: 'trainee',
    more: 'staff-council',
    checkedOn,
    texts: {
      de: { question: 'Ich bin in Ausbildung oder im Praktikum. Gilt das auch für mich?', answer: 'Ja. Auch für Ehrenamtliche, für Menschen aus Leihfirmen und für alle, die früher hier gearbeitet haben.' },
      en: { question: 'I am a trainee or an intern. Is this for me as well?', answer: 'Yes. Also for volunteers, for people from agencies, and for everybody who used to work here.' },
      'de-x-leicht': { question: 'Ich mache eine Ausbildung. Gilt das auch für mich?', answer: 'Ja. Auch für Praktikanten und Praktikantinnen.' },
    },
  },
]
