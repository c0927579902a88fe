import type { Translation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: Translation<typeof de> = {
  'service.title': 'Projects and reuse',
  'service.summary': 'Run funded projects and share results so that others can adopt them.',
}
