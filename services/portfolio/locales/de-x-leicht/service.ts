import type { EasyTranslation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: EasyTranslation<typeof de> = {
  'service.title': 'Projekte für alle Städte',
  'service.summary': 'Städte zeigen hier ihre Projekte.\nAndere Städte dürfen sie benutzen.',
}
