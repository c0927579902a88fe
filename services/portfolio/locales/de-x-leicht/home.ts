import type { EasyTranslation } from '@modellregion/kernel/words'
import type { home as de } from '../de/home.ts'

export const home: EasyTranslation<typeof de> = {
  'home.title': 'Projekte für alle Städte',
  'home.lead': 'Hier stehen alle Projekte von der Stadt.\nAndere Städte können vieles übernehmen.',
  'home.search-label': 'Hier können Sie suchen',
  'home.search': 'Suchen',
  'home.programme': 'Das Programm',
  'home.granted': 'Geld vom Land',
  'home.all-projects': 'Alle Projekte',
  'home.newest': 'Das ist neu',
  'home.all-entries': 'Alles ansehen',
  'home.news': 'Neues',
  'home.all-news': 'Alles Neue',
  'home.events': 'Termine',
  'home.all-events': 'Alle Termine',
  'home.questions': 'Fragen von Städten',
  'home.all-questions': 'Alle Fragen',
  'home.programs': 'Zum Mit·nehmen',
  'home.program.yearbook': 'Berichte über ein Jahr',
}
