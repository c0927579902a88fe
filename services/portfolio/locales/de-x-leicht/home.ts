import type { EasyTranslation } from '@modellregion/kernel/words'
import type { home as de } from '../de/home.ts'

export const home: EasyTranslation<typeof de> = {
  'home.title': 'Projekte für alle Städte',
  'home.lead': 'Hier stehen alle Projekte von der Stadt.\nAndere Städte können vieles übernehmen.',
}
