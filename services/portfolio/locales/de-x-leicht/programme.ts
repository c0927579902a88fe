import type { EasyTranslation } from '@modellregion/kernel/words'
import type { programme as de } from '../de/programme.ts'

export const programme: EasyTranslation<typeof de> = {
  'programme.kind-of-result': 'Projekt',
}
