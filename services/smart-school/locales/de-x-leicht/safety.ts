import type { EasyTranslation } from '@modellregion/kernel/words'
import type { safety as de } from '../de/safety.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const safety: EasyTranslation<typeof de> = {
  'safety.title': 'Sicherheit',
  'safety.lead': 'Hier sehen Sie:\nWelche Türen sind offen?\nWelche Fenster sind offen?\nIst irgendwo Wasser?',
  'safety.no-fire-alarm': 'Diese Geräte sind **kein** Feuer·alarm.\nEs brennt?\nDann rufen Sie 112 an.\nUnd drücken Sie den Feuer·alarm in der Schule.',
  'safety.openings': 'Türen und Fenster',
  'safety.open': 'offen',
  'safety.closed': 'zu',
  'safety.wet': 'Wasser',
  'safety.dry': 'trocken',
}
