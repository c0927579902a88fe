import type { Translation } from '@modellregion/kernel/words'
import type { office as de } from '../de/office.ts'

export const office: Translation<typeof de> = {
  'office.confidant': 'Confidant',
  'office.head': 'Head of the confidential office',
}
