import type { Translation } from '@modellregion/kernel/words'
import type { app as de } from '../de/app.ts'

export const app: Translation<typeof de> = {
  'app.exit': 'Leave fast',
  'app.exit-keys': 'or press Esc three times',
}
