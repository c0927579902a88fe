import type { Translation } from '@modellregion/kernel/words'
import type { air as de } from '../de/air.ts'

export const air: Translation<typeof de> = {
  'air.privacy.purpose': 'Knowing who made a display for a classroom',
  'air.privacy.data': 'The person’s account; the display itself names nobody',
}
