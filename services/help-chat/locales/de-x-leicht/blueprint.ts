import type { EasyTranslation } from '@modellregion/kernel/words'
import type { blueprint as de } from '../de/blueprint.ts'

export const blueprint: EasyTranslation<typeof de> = {
  'blueprint.title': 'Texte für Städte',
  'blueprint.lead': 'Hier sind Texte für Städte.\nDie Texte helfen beim Start von der Hilfe.\nViele Texte sind schwer.\nDas Plakat und das Falt·blatt gibt es in Leichter Sprache.',
  'blueprint.group.launch': 'Der Start',
  'blueprint.group.rules': 'Regeln',
  'blueprint.group.course': 'Der Kurs',
  'blueprint.course-summary': 'Das lernen die Vertrauens·personen.',
  'blueprint.all': 'Alle Texte',
  'blueprint.contents': 'Das steht auf der Seite',
  'blueprint.pdf': 'Als PDF laden',
  'blueprint.pdf-of': (p) => `${p.title}\nAls PDF laden`,
  'blueprint.pdf-easy': 'In Leichter Sprache als PDF laden',
  'blueprint.in-german': 'Diesen Text gibt es nur in schwerer Sprache.',
  'blueprint.busy': 'Gerade laden sehr viele Menschen ein PDF.\nBitte warten Sie eine Minute.\nDann versuchen Sie es noch einmal.',
  'blueprint.unknown': 'Diesen Text haben wir **nicht**.',
  'blueprint.page': (p, f) => `Seite ${f.number(p.at)} von ${f.number(p.of)}`,
  'blueprint.poster.name': 'Vertrauens·person',
  'blueprint.poster.check-words': 'Prüf·wörter',
  'course.title': 'Kurs für Vertrauens·personen',
  'course.lead': 'Das lernen die Vertrauens·personen.\nAlle dürfen den Kurs lesen.\nDer Kurs ist in schwerer Sprache.',
  'course.lessons': 'Die Teile von dem Kurs',
}
