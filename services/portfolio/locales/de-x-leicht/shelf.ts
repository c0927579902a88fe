import type { EasyTranslation } from '@modellregion/kernel/words'
import type { shelf as de } from '../de/shelf.ts'

export const shelf: EasyTranslation<typeof de> = {
  'shelf.kind-of-result': 'Das können andere benutzen',
}
