import type { EasyTranslation } from '@modellregion/kernel/words'
import type { wallet as de } from '../de/wallet.ts'

export const wallet: EasyTranslation<typeof de> = {
  'kit.label-wallet': 'Nur zum Üben: **keine** echte Brief·tasche',
  'wallet.title': 'Übungs·brief·tasche',
  'wallet.lead': 'Hier können Sie die digitale Brief·tasche ausprobieren.\nFügen Sie hier den Link ein.',
  'wallet.asked': 'Das möchte man wissen',
  'wallet.person': 'Welche Person möchten Sie sein?',
  'wallet.agree': 'Ja, antworten',
  'wallet.decline': 'Nein',
  'wallet.refused': 'Das hat **nicht** geklappt',
  'wallet.refused-text': 'Bitte gehen Sie zurück.\nDort steht: Was können Sie jetzt tun?',
}
