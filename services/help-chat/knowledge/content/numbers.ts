import { plainDate } from '@modellregion/standards'
import type { HelpNumber } from '../schema.ts'

const checkedOn = plainDate('2026-11-29')
const always = { de: 'Tag und Nacht', en: 'Day and night', 'de-x-leicht': 'Tag und Nacht' }

/** Numbers that help at once, the most urgent first. Ask each of them once a year whether name, number and hours still hold. */
export const numbers: readonly HelpNumber[] = [
  {
    id: 'emergency',
    phone: '112',
    isEmergency: true,
    checkedOn,
    texts: {
      de: { name: 'Notruf', what: 'Rettungsdienst und Feuerwehr, wenn ein Leben in Gefahr ist', hours: always.de },
      en: { name: 'Emergency', what: 'Ambulance and fire brigade, when a life is in danger', hours: always.en },
      'de-x-leicht': { name: 'Not·ruf', what: 'Jemand ist in Lebens·gefahr.', hours: always['de-x-leicht'] },
    },
  },
  {
    id: 'police',
    phone: '110',
    isEmergency: true,
    checkedOn,
    texts: {
      de: { name: 'Polizei', what: 'Bei Gewalt und Drohungen', hours: always.de },
      en: { name: 'Police', what: 'For violence and threats', hours: always.en },
      'de-x-leicht': { name: 'Polizei', what: 'Jemand schlägt Sie. Oder jemand droht Ihnen.', hours: always['de-x-leicht'] },
    },
  },
  {
    id: 'telefonseelsorge',
    phone: '0800 1110111',
    isEmergency: false,
    href: 'https://www.telefonseelsorge.de',
    checkedOn,
    texts: {
      de: { name: 'TelefonSeelsorge', what: 'Bei Sorgen und Krisen aller Art. Auch 0800 1110222 und 116 123, kostenlos und ohne Namen', hours: always.de },
      en: { name: 'TelefonSeelsorge', what: 'For worries and crises of all kinds, mostly in German. Also 0800 1110222 and 116 123, free and without a name', hours: always.en },
      'de-x-leicht': { name: 'Telefon·seelsorge', what: 'Es geht Ihnen schlecht. Sie wollen reden. Sie sagen **keinen** Namen.', hours: always['de-x-leicht'] },
    },
  },
  {
    id: 'violence-women',
    phone: '116 016',
    isEmergency: false,
    href: 'https://www.hilfetelefon.de',
    checkedOn,
    texts: {
      de: { name: 'Hilfetelefon Gewalt gegen Frauen', what: 'Beratung bei jeder Form von Gewalt, auch bei Stalking und Belästigung. In 18 Sprachen und in Leichter Sprache', hours: always.de },
      en: { name: 'Violence against women helpline', what: 'Advice on all kinds of violence, stalking and harassment included. In 18 languages', hours: always.en },
      'de-x-leicht': { name: 'Hilfe·telefon für Frauen', what: 'Für Frauen. Jemand tut Ihnen Gewalt an.', hours: always['de-x-leicht'] },
    },
  },
  {
    id: 'violence-men',
    phone: '0800 1239900',
    isEmergency: false,
    href: 'https://www.maennerhilfetelefon.de',
    checkedOn,
    texts: {
      de: { name: 'Hilfetelefon Gewalt an Männern', what: 'Beratung für Männer, die Gewalt erleben', hours: 'Montag bis Donnerstag 8 bis 20 Uhr, Freitag 8 bis 15 Uhr' },
      en: { name: 'Violence against men helpline', what: 'Advice for men who suffer violence', hours: 'Monday to Thursday 8:00 to 20:00, Friday 8:00 to 15:00' },
      'de-x-leicht': { name: 'Hilfe·telefon für Männer', what: 'Für Männer. Jemand tut Ihnen Gewalt an.', hours: 'Montag bis Donnerstag: 8 bis 20 Uhr. Freitag: 8 bis 15 Uhr.' },
    },
  },
  {
    id: 'victims',
    phone: '116 006',
    isEmergency: false,
    href: 'https://weisser-ring.de',
    checkedOn,
    texts: {
      de: { name: 'Weisser Ring', what: 'Hilfe für Menschen, die eine Straftat erlebt haben', hours: 'Täglich 7 bis 22 Uhr' },
      en: { name: 'Weisser Ring', what: 'Help for people who suffered a crime', hours: 'Daily 7:00 to 22:00' },
      'de-x-leicht': { name: 'Weisser Ring', what: 'Jemand hat Ihnen etwas Schlimmes getan. Zum Beispiel: Sie geschlagen.', hours: 'Jeden Tag: 7 bis 22 Uhr.' },
    },
  },
  {
    id: 'sexual-abuse',
    phone: '0800 2255530',
    isEmergency: false,
    href: 'https://www.hilfe-telefon-missbrauch.online',
    checkedOn,
    texts: {
      de: { name: 'Hilfe-Telefon Sexueller Missbrauch', what: 'Auch wenn es lange her ist und auch für Angehörige', hours: 'Montag, Mittwoch und Freitag 9 bis 14 Uhr, Dienstag und Donnerstag 15 bis 20 Uhr' },
      en: { name: 'Sexual abuse helpline', what: 'Also if it is long ago, and for relatives', hours: 'Monday, Wednesday and Friday 9:00 to 14:00, Tuesday and Thursday 15:00 to 20:00' },
      'de-x-leicht': { name: 'Hilfe·telefon Sexueller Missbrauch', what: 'Jemand hat Sie zu Sex gezwungen. Auch wenn das lange her ist.', hours: 'Montag, Mittwoch und Freitag: 9 bis 14 Uhr. Dienstag und Donnerstag: 15 bis 20 Uhr.' },
    },
  },
  {
    id: 'equal-treatment',
    phone: '0800 5465465',
    isEmergency: false,
    href: 'https://www.antidiskriminierungsstelle.de',
    checkedOn,
    texts: {
      de: { name: 'Antidiskriminierungsstelle des Bundes', what: 'Rechtliche Erstberatung bei Diskriminierung, kostenlos', hours: 'Montag bis Donnerstag 9 bis 15 Uhr' },
      en: { name: 'Federal Anti-Discrimination Agency', what: 'First legal advice on discrimination, free', hours: 'Monday to Thursday 9:00 to 15:00' },
      'de-x-leicht': { name: 'Anti·diskriminierungs·stelle', what: 'Jemand behandelt Sie schlechter als andere.', hours: 'Montag bis Donnerstag: 9 bis 15 Uhr.' },
    },
  },
  {
    id: 'cartel-office',
    phone: '0228 9499386',
    isEmergency: false,
    href: 'https://www.bundeskartellamt.de',
    checkedOn,
    texts: {
      de: { name: 'Bundeskartellamt, anonyme Hinweise', what: 'Absprachen zwischen Firmen, zum Beispiel bei Ausschreibungen', hours: 'Zu den Bürozeiten' },
      en: { name: 'Federal Cartel Office, anonymous tips', what: 'Agreements between companies, for example in tenders', hours: 'During office hours' },
      'de-x-leicht': { name: 'Bundes·kartell·amt', what: 'Firmen machen geheime Absprachen.', hours: 'Nur am Tag.' },
    },
  },
]
