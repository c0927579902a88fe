import type { EasyTranslation } from '@modellregion/kernel/words'
import type { app as de } from '../de/app.ts'

export const app: EasyTranslation<typeof de> = {
  'app.exit': 'Schnell weg',
  'app.exit-keys': 'Oder: 3 Mal die Taste Esc.',
}
