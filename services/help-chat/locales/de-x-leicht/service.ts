import type { EasyTranslation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: EasyTranslation<typeof de> = {
  'service.title': 'Hilfe bei der Arbeit',
  'service.summary': 'Sie haben Sorgen bei der Arbeit?\nHier können Sie Menschen fragen.\nSie müssen **nicht** sagen, wie Sie heißen.',
}
