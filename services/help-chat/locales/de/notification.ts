import type { Dictionary } from '@modellregion/kernel/words'

export const notification = {
  'notification.title': 'Benachrichtigungen',
  'notification.crumb': 'Schreibtisch',
  'notification.lead': {
    sie: 'So erfahren Sie, dass es etwas Neues gibt. Was und von wem, steht nie darin. Es kommt höchstens eine Benachrichtigung, bis Sie nachgesehen haben.',
    du: 'So erfährst du, dass es etwas Neues gibt. Was und von wem, steht nie darin. Es kommt höchstens eine Benachrichtigung, bis du nachgesehen hast.',
  },
  'notification.saved': 'Die Wahl ist gespeichert.',
  'notification.by-letter': 'Per E-Mail',
  'notification.by-letter-hint': 'An die Adresse des Kontos. Die Nachricht kommt bis zu 15 Minuten später, damit niemand auf den Augenblick schließt.',
  'notification.by-push': 'Auf meinen Geräten',
  'notification.by-push-hint': 'Nur auf Geräten, die unten eingerichtet sind.',
  'notification.quiet-from': 'Ruhe ab',
  'notification.quiet-until': 'Ruhe bis',
  'notification.quiet-hint': 'In dieser Zeit kommt nichts. Danach kommt eine Benachrichtigung, wenn es etwas Neues gibt.',
  'notification.quiet-never': 'Keine Ruhezeit',
  'notification.hour': (p: { hour: number }, f) => `${f.number(p.hour)} Uhr`,
  'notification.save': 'Wahl speichern',
  'notification.back': 'Zurück zum Schreibtisch',
  'notification.devices': 'Geräte',
  'notification.device-count.one': 'Ein Gerät ist eingerichtet.',
  'notification.device-count.other': (p: { count: number }, f) => (p.count === 0 ? 'Noch kein Gerät ist eingerichtet.' : `${f.number(p.count)} Geräte sind eingerichtet.`),
  'notification.forget-devices': 'Alle Geräte entfernen',
  'notification.push-warning-title': 'Wer davon erfährt',
  'notification.push-warning':
    'Benachrichtigungen auf Geräten laufen über den Dienst des Browsers: Google, Mozilla, Apple oder Microsoft. Er erfährt, dass dieses Gerät von dieser Kommune etwas bekommt, und wann ungefähr. Inhalt bekommt er keinen, denn es gibt keinen.',

  'notification.mail.subject': 'Es gibt etwas Neues',
  'notification.mail.text': (p: { desk: string; settings: string }) =>
    `Guten Tag,\n\nes gibt etwas Neues:\n\n${p.desk}\n\nMehr steht hier mit Absicht nicht. Die nächste Nachricht kommt erst, wenn jemand dort nachgesehen hat.\n\nOb, wann und wie solche Nachrichten kommen, lässt sich hier wählen:\n\n${p.settings}`,

  'notification.device.script': 'Ein Gerät richtet sich nur mit JavaScript ein. Die E-Mail kommt auch ohne.',
  'notification.device.unsupported': 'Dieser Browser kann keine Benachrichtigungen empfangen. Auf einem iPhone hilft es, die Seite zum Startbildschirm hinzuzufügen. Die E-Mail kommt trotzdem.',
  'notification.device.denied': {
    sie: 'Dieser Browser darf keine Benachrichtigungen zeigen. Ändern Sie das in seinen Einstellungen für diese Seite.',
    du: 'Dieser Browser darf keine Benachrichtigungen zeigen. Ändere das in seinen Einstellungen für diese Seite.',
  },
  'notification.device.switch-on': 'Dieses Gerät einrichten',
  'notification.device.switch-off': 'Dieses Gerät entfernen',
  'notification.device.answer-on': 'Dieses Gerät bekommt jetzt Benachrichtigungen.',
  'notification.device.answer-off': 'Dieses Gerät bekommt keine Benachrichtigungen mehr.',
  'notification.device.answer-off-later': 'Dieses Gerät bekommt keine Benachrichtigungen mehr. Der Server war nicht erreichbar und vergisst es erst beim nächsten Versuch.',
  'notification.device.answer-denied': {
    sie: 'Der Browser hat es nicht erlaubt. Ändern Sie das in seinen Einstellungen für diese Seite.',
    du: 'Der Browser hat es nicht erlaubt. Ändere das in seinen Einstellungen für diese Seite.',
  },
  'notification.device.answer-unsupported': {
    sie: 'Auf diesem Gerät geht es noch nicht. Öffnen Sie zuerst die Startseite der Anwendung, und versuchen Sie es noch einmal.',
    du: 'Auf diesem Gerät geht es noch nicht. Öffne zuerst die Startseite der Anwendung, und versuch es noch einmal.',
  },
  'notification.device.answer-failed': {
    sie: 'Das hat nicht geklappt. Versuchen Sie es später noch einmal. Die E-Mail kommt trotzdem.',
    du: 'Das hat nicht geklappt. Versuch es später noch einmal. Die E-Mail kommt trotzdem.',
  },


  'notification.person.title': 'Erfahren, wenn es etwas Neues gibt',
  'notification.person.better': {
    sie: 'Am sichersten ist es, wenn Sie selbst wieder nachsehen. Ein Termin in Ihrem Kalender hilft dabei; er verrät nichts.',
    du: 'Am sichersten ist es, wenn du selbst wieder nachsiehst. Ein Termin in deinem Kalender hilft dabei; er verrät nichts.',
  },
  'notification.person.warning': {
    sie: 'Möchten Sie trotzdem eine Benachrichtigung auf diesem Gerät? Lesen Sie bitte zuerst, wer davon erfährt:',
    du: 'Möchtest du trotzdem eine Benachrichtigung auf diesem Gerät? Lies bitte zuerst, wer davon erfährt:',
  },
  'notification.person.warning-provider': 'Google, Mozilla, Apple oder Microsoft, je nach Browser: Die Firma erfährt, dass dieses Gerät von dieser Kommune Nachrichten bekommt, und ungefähr wann. Ein Gericht kann danach fragen.',
  'notification.person.warning-banner': {
    sie: 'Auf dem Bildschirm erscheint: „Es gibt etwas Neues.“ Andere können das sehen und Sie danach fragen.',
    du: 'Auf dem Bildschirm erscheint: „Es gibt etwas Neues.“ Andere können das sehen und dich danach fragen.',
  },
  'notification.person.warning-work-device': {
    sie: 'Auf einem Gerät, das Ihrem Arbeitgeber gehört, sollten Sie das nie einschalten.',
    du: 'Auf einem Gerät, das deinem Arbeitgeber gehört, solltest du das nie einschalten.',
  },
  'notification.person.warning-when': {
    sie: 'Inhalt, Namen und Thema sind nie dabei. Die Benachrichtigung kommt bis zu 30 Minuten später, und höchstens eine, bis Sie nachgesehen haben.',
    du: 'Inhalt, Namen und Thema sind nie dabei. Die Benachrichtigung kommt bis zu 30 Minuten später, und höchstens eine, bis du nachgesehen hast.',
  },
  'notification.person.unsupported': {
    sie: 'Dieser Browser kann keine Benachrichtigungen empfangen. Sehen Sie bitte selbst wieder nach.',
    du: 'Dieser Browser kann keine Benachrichtigungen empfangen. Sieh bitte selbst wieder nach.',
  },
  'notification.person.denied': {
    sie: 'Dieser Browser darf keine Benachrichtigungen zeigen. Sehen Sie bitte selbst wieder nach, oder erlauben Sie es in den Einstellungen des Browsers.',
    du: 'Dieser Browser darf keine Benachrichtigungen zeigen. Sieh bitte selbst wieder nach, oder erlaube es in den Einstellungen des Browsers.',
  },
  'notification.person.switch-on': 'Auf diesem Gerät einschalten',
  'notification.person.switch-off': 'Auf diesem Gerät ausschalten',
  'notification.person.answer-on': {
    sie: 'Eingeschaltet. Hier können Sie es jederzeit wieder ausschalten.',
    du: 'Eingeschaltet. Hier kannst du es jederzeit wieder ausschalten.',
  },
  'notification.person.answer-off': 'Ausgeschaltet. Bei uns ist davon nichts mehr gespeichert.',
  'notification.person.answer-off-later': 'Ausgeschaltet. Der Server war nicht erreichbar und vergisst dieses Gerät erst beim nächsten Versuch.',
  'notification.person.answer-denied': {
    sie: 'Der Browser hat es nicht erlaubt. Sehen Sie bitte selbst wieder nach.',
    du: 'Der Browser hat es nicht erlaubt. Sieh bitte selbst wieder nach.',
  },
  'notification.person.answer-unsupported': {
    sie: 'Auf diesem Gerät geht es nicht. Sehen Sie bitte selbst wieder nach.',
    du: 'Auf diesem Gerät geht es nicht. Sieh bitte selbst wieder nach.',
  },
  'notification.person.answer-failed': {
    sie: 'Das hat nicht geklappt, und es ist nichts gespeichert. Versuchen Sie es später noch einmal, oder sehen Sie selbst wieder nach.',
    du: 'Das hat nicht geklappt, und es ist nichts gespeichert. Versuch es später noch einmal, oder sieh selbst wieder nach.',
  },

  'notification.personal.wish': 'Vertrauenspersonen sagen, dass es etwas Neues gibt',
  'notification.personal.wish-data': 'Ob per E-Mail oder auf Geräten, Ruhezeiten, ob seit der letzten Benachrichtigung nachgesehen wurde',
  'notification.personal.device': 'Vertrauenspersonen auf ihren Geräten benachrichtigen',
  'notification.personal.device-data': 'Adresse des Geräts beim Dienst des Browsers, verschlossen abgelegt',
  'notification.personal.case-device': 'Anonyme Personen benachrichtigen, die es ausdrücklich wünschen',
  'notification.personal.case-device-until': 'Bis es ausgeschaltet wird, spätestens mit dem Gespräch',
  'notification.personal.push-services': 'Dienst des Browsers (Google, Mozilla, Apple oder Microsoft): erfährt, dass ein Gerät etwas bekommt, aber keinen Inhalt',

  'help-chat.notification.device-unknown': {
    sie: 'Dieses Gerät nennt eine Adresse, die wir nicht anrufen dürfen. Es ist nichts gespeichert. Bitte nehmen Sie einen anderen Browser.',
    du: 'Dieses Gerät nennt eine Adresse, die wir nicht anrufen dürfen. Es ist nichts gespeichert. Bitte nimm einen anderen Browser.',
  },
  'help-chat.notification.devices-full': {
    sie: 'Es sind schon zehn Geräte eingerichtet. Bitte entfernen Sie zuerst die alten.',
    du: 'Es sind schon zehn Geräte eingerichtet. Bitte entferne zuerst die alten.',
  },
  'help-chat.notification.quiet-one-missing': {
    sie: 'Zur Ruhezeit gehören zwei Zeiten. Bitte wählen Sie beide, oder keine.',
    du: 'Zur Ruhezeit gehören zwei Zeiten. Bitte wähle beide, oder keine.',
  },
  'help-chat.notification.quiet-same': {
    sie: 'Anfang und Ende der Ruhezeit sind gleich. Bitte ändern Sie eine der beiden Zeiten.',
    du: 'Anfang und Ende der Ruhezeit sind gleich. Bitte ändere eine der beiden Zeiten.',
  },
} satisfies Dictionary
