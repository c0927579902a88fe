import type { Translation } from '@modellregion/kernel/words'
import type { water as de } from '../de/water.ts'

export const water: Translation<typeof de> = {
  'water.privacy.purpose': 'Proving that the school’s drinking water was exchanged in time',
  'water.privacy.data': 'Account and name of the person who flushed or measured, and when',
  'water.privacy.keep': 'Proofs about drinking water stay for ten years, even when somebody leaves the school.',
  'water.privacy.recipient': 'The public health office, when it asks',
}
