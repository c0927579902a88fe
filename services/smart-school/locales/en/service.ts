import type { Translation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: Translation<typeof de> = {
  'service.title': 'Smart School',
  'service.summary': 'See, understand and learn from the air, heat, electricity and water of the schools.',
}
