import type { EasyTranslation } from '@modellregion/kernel/words'
import type { staff as de } from '../de/staff.ts'

export const staff = {
  'staff.to-town': 'Zur ersten Seite',
  'staff.locked-title': 'Das Konto ist zu',
  'staff.locked-lead': 'Mit diesem Konto können Sie sich **nicht** anmelden.\nBitte fragen Sie in der Verwaltung.',
  'staff.passkey-title': 'Sie brauchen einen Pass·key',
  'staff.passkey-lead': 'Pass·key spricht man so: Pass-Ki.\nDas ist ein Schlüssel in Ihrem Gerät.\nOhne den Schlüssel können Sie hier **nicht** arbeiten.',
  'staff.passkey-why': 'Warum?',
  'staff.passkey-why-text': 'Andere können ein Pass·wort stehlen.\nDen Pass·key kann **niemand** stehlen.',
  'staff.passkey-have': 'Haben Sie einen Pass·key?',
  'staff.passkey-have-text': 'Dann melden Sie sich mit dem Pass·key an.',
  'staff.passkey-use': 'Noch einmal anmelden',
  'staff.passkey-none': 'Haben Sie noch **keinen** Pass·key?',
  'staff.passkey-none-text': 'Dann öffnen Sie Ihre E-Mail.\nDort ist eine Einladung.\nMit der Einladung bekommen Sie den Pass·key.',
  'staff.invitation-title': 'Pass·key machen',
  'staff.invitation-how': 'Pass·key spricht man so: Pass-Ki.\nDas ist ein Schlüssel in Ihrem Gerät.\nDamit melden Sie sich an.\nSie brauchen **kein** Pass·wort.',
  'staff.invitation-go': 'Pass·key machen',
  'staff.invitation-over-title': 'Die Einladung ist zu alt',
  'staff.invitation-over': 'Jede Einladung gilt 7 Tage.\nUnd sie gilt nur 1 Mal.\nBitte fragen Sie in der Verwaltung.\nDort bekommen Sie eine neue Einladung.',
} satisfies EasyTranslation<typeof de>
