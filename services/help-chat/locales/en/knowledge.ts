import type { Translation } from '@modellregion/kernel/words'
import type { knowledge as de } from '../de/knowledge.ts'

export const knowledge: Translation<typeof de> = {
  'knowledge.title': 'Confidential help',
}
