import type { EasyTranslation } from '@modellregion/kernel/words'
import type { lessonPlan as de } from '../de/lesson-plan.ts'

/** What everybody reads of a plan; the pages of teachers fall back to German. */
export const lessonPlan: EasyTranslation<typeof de> = {
  'lesson-plan.origin.town': 'von hier',
  'lesson-plan.origin.shipped': 'war schon dabei',
  'lesson-plan.filter.origin': 'Woher kommt der Text?',
  'lesson-plan.page': 'Seite',
  'lesson-plan.pages': 'Alle Seiten',
  'lesson-plan.next': 'Weiter',
  'lesson-plan.previous': 'Zurück',
  'lesson-plan.installed': 'Aus einer anderen Stadt',
  'lesson-plan.field.publisher': 'Von wem ist der Text?',
  'lesson-plan.field.source': 'Das war das Vorbild',
}
