import type { EasyTranslation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const service: EasyTranslation<typeof de> = {
  'service.title': 'Smart School',
  'service.summary': 'Hier sehen Sie:\nSo ist die Luft in den Schulen.\nSo viel Strom und Wasser brauchen die Schulen.',
}
