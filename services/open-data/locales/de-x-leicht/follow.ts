import type { EasyTranslation } from '@modellregion/kernel/words'
import type { follow as de } from '../de/follow.ts'

/** Drafts until two readers from the target group have checked them. */
export const follow = {
  'follow.title': 'Nachrichten bekommen',
  'follow.how': 'Wir schreiben Ihnen eine E-Mail.\nGibt es etwas Neues?\nNur dann schreiben wir.\nSie können jeder·zeit Nein sagen.',
  'follow.how-request': 'Wir schreiben Ihnen eine E-Mail.\nDie Stadt antwortet auf die Frage?\nDann schreiben wir.\nSie können jeder·zeit Nein sagen.',
  'follow.field.mail': 'Ihre E-Mail-Adresse',
  'follow.field.mail-hint': 'Wir schicken Ihnen einen Link.\nBitte öffnen Sie den Link.',
  'follow.field.rhythm': 'Wie oft?',
  'follow.rhythm.daily': 'Jeden Tag',
  'follow.rhythm.weekly': 'Jeden Montag',
  'follow.send': 'Ja, bitte',
  'follow.sent-title': 'Bitte schauen Sie in Ihre E-Mails',
  'follow.sent': 'Wir haben Ihnen einen Link geschickt.\nBitte öffnen Sie den Link.',
  'follow.stop-title': 'Möchten Sie **keine** Nachrichten mehr?',
  'follow.stop-all': 'Dann schreiben wir Ihnen **nicht** mehr.\nWir löschen Ihre Adresse.',
  'follow.stop': 'Nachrichten beenden',
  'follow.stop-keep': 'Weiter Nachrichten bekommen',
  'follow.stopped-title': 'Fertig',
  'follow.stopped': 'Wir schreiben Ihnen **nicht** mehr.',
} satisfies EasyTranslation<typeof de>
