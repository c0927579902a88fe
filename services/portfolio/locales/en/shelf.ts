import type { Translation } from '@modellregion/kernel/words'
import type { shelf as de } from '../de/shelf.ts'

export const shelf: Translation<typeof de> = {
  'shelf.kind-of-result': 'Reusable result',
}
