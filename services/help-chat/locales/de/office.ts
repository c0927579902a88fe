import type { Dictionary } from '@modellregion/kernel/words'

export const office = {
  'office.confidant': 'Vertrauensperson',
  'office.head': 'Leitung der Vertrauensstelle',
} satisfies Dictionary
