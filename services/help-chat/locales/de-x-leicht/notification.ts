import type { EasyTranslation } from '@modellregion/kernel/words'
import type { notification as de } from '../de/notification.ts'

export const notification: EasyTranslation<typeof de> = {
  'notification.title': 'Nachricht bekommen',
  'notification.lead': 'Sie können eine kurze Nachricht bekommen.\nDann wissen Sie: Es gibt etwas Neues.\nMehr steht **nicht** darin.',
  'notification.saved': 'Ihre Wahl ist gespeichert.',
  'notification.by-letter': 'Mit einer E-Mail',
  'notification.by-push': 'Auf meinem Handy oder Computer',
  'notification.quiet-from': 'Ruhe ab',
  'notification.quiet-until': 'Ruhe bis',
  'notification.quiet-hint': 'In dieser Zeit bekommen Sie **keine** Nachricht.',
  'notification.save': 'Wahl speichern',

  'notification.person.title': 'Gibt es etwas Neues?',
  'notification.person.better': 'Am besten sehen Sie selbst wieder nach.\nDas ist am sichersten.\nSie können sich einen Termin in den Kalender schreiben.\nIm Kalender steht dann **nicht**, worum es geht.',
  'notification.person.warning': 'Sie können auch eine Nachricht auf dieses Gerät bekommen.\nDann merken das vielleicht andere.\nBitte lesen Sie zuerst:',
  'notification.person.warning-provider': 'Eine Firma schickt die Nachricht.\nZum Beispiel: Google oder Apple.\nDie Firma weiß dann: Dieses Gerät bekommt eine Nachricht von der Stadt.\nDie Firma kann die Nachricht **nicht** lesen.',
  'notification.person.warning-banner': 'Auf dem Bildschirm steht dann: Es gibt etwas Neues.\nAndere Menschen können das vielleicht lesen.',
  'notification.person.warning-work-device': 'Gehört das Gerät Ihrer Arbeits·stelle?\nDann schalten Sie das bitte **nicht** ein.',
  'notification.person.warning-when': 'In der Nachricht steht **kein** Name.\nDie Nachricht kommt ein bisschen später.\nDann sehen Sie bitte nach.\nErst danach kommt wieder eine Nachricht.',
  'notification.person.unsupported': 'Mit diesem Gerät geht das **nicht**.\nBitte sehen Sie selbst wieder nach.',
  'notification.person.denied': 'Dieses Gerät erlaubt das **nicht**.\nBitte sehen Sie selbst wieder nach.',
  'notification.person.switch-on': 'Einschalten',
  'notification.person.switch-off': 'Ausschalten',
  'notification.person.answer-on': 'Das ist jetzt eingeschaltet.\nSie können es hier wieder ausschalten.',
  'notification.person.answer-off': 'Das ist jetzt ausgeschaltet.\nWir haben alles gelöscht.',
  'notification.person.answer-off-later': 'Das ist jetzt ausgeschaltet.\nWir löschen den Rest später.',
  'notification.person.answer-denied': 'Ihr Gerät erlaubt das **nicht**.\nBitte sehen Sie selbst wieder nach.',
  'notification.person.answer-unsupported': 'Mit diesem Gerät geht das **nicht**.\nBitte sehen Sie selbst wieder nach.',
  'notification.person.answer-failed': 'Das hat **nicht** geklappt.\nBitte versuchen Sie es später noch einmal.',
}
