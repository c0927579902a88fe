import type { Translation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: Translation<typeof de> = {
  'service.title': 'Confidential help',
  'service.summary': 'Ask confidants without a name and without signing in. Read up in peace before.',
}
