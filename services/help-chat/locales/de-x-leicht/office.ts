import type { EasyTranslation } from '@modellregion/kernel/words'
import type { office as de } from '../de/office.ts'

export const office: EasyTranslation<typeof de> = {
  'office.confidant': 'Vertrauens·person',

  'office.topic.bullying': 'Andere machen mich schlecht',
  'office.topic.harassment': 'Sexuelle Belästigung',
  'office.topic.discrimination': 'Andere behandeln mich ungerecht',
  'office.topic.violence': 'Gewalt und Drohungen',
  'office.topic.conflict': 'Streit bei der Arbeit',
  'office.topic.compliance': 'Jemand hält sich **nicht** an die Regeln',
  'office.topic.health': 'Die Arbeit macht mich krank',
  'office.topic.other': 'Etwas anderes',

  'office.language.de-x-leicht': 'Leichte Sprache',
  'office.language.gsg': 'Gebärden·sprache',

  'office.list-title': 'Diese Menschen helfen Ihnen',
  'office.list-lead': 'Hier sehen Sie unsere Vertrauens·personen.\nSie hören Ihnen zu.\nSie erzählen **nichts** weiter.\nSie können eine Person aussuchen.\nOder Sie schreiben an alle.',
  'office.list-write': 'Eine Nachricht schreiben',
  'office.list-empty': 'Im Moment ist **niemand** da',
  'office.list-empty-text': 'Hier stehen andere Stellen.\nDie anderen Stellen helfen Ihnen auch.',
  'office.unit': 'Dort arbeitet die Person',
  'office.languages': 'Diese Sprachen spricht die Person',
  'office.hours': 'Dann ist die Person da',
  'office.hours-none': 'Das können Sie mit der Person besprechen.',
  'office.topics': 'Darüber können Sie sprechen',
  'office.check-words': 'Prüf·wörter',
  'office.check-words-why': 'Jede Person hat 6 Prüf·wörter.\nDie Wörter stehen auch auf unseren Plakaten.\nSind die Wörter gleich?\nDann schreiben Sie wirklich mit dieser Person.\nSind die Wörter anders?\nDann schreiben Sie bitte **nicht**.',
  'office.state.on-duty': 'Sie können der Person schreiben',
  'office.state.present': 'Die Person ist jetzt da',
  'office.state.absent': (p, f) => `Die Person ist weg bis ${f.date(p.until)}`,
  'office.state.paused': 'Die Person hat gerade **keine** Zeit',
  'office.substitute-is': (p) => `So lange hilft: ${p.name}`,
  'office.holder': 'Hat einen Teil vom Schlüssel',
  'office.reach-title': 'So erreichen Sie uns auch',
  'office.reach-phone': 'Telefon',
  'office.reach-room': 'Hier treffen Sie uns',
  'office.reach-external': 'Diese Stellen helfen auch',
  'office.threshold-public': (p, f) =>
    `Ihre Nachrichten sind verschlossen.\nNur Ihre Vertrauens·person hat den Schlüssel.\nManchmal ist die Person **nicht** mehr da.\nDann gibt es noch ${f.number(p.n)} Teile von dem Schlüssel.\nAndere Vertrauens·personen haben die Teile.\n${f.number(p.m)} Teile zusammen öffnen Ihre Nachrichten.\nAlle Vertrauens·personen sehen das.`,
  'office.threshold-public-never': 'Ihre Nachrichten sind verschlossen.\nNur Ihre Vertrauens·person hat den Schlüssel.\nManchmal ist die Person **nicht** mehr da.\nDann kann **niemand** die Nachrichten lesen.',

  'office.demo-secret': 'Das ist ein Beispiel.\nDiese 8 Wörter öffnen ein Gespräch.\nDas Gespräch ist erfunden.',

  'office.personal.profile': 'Wir zeigen unsere Vertrauens·personen.\nSie können dann eine Person aussuchen.',
}
