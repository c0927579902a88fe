import type { EasyTranslation } from '@modellregion/kernel/words'
import type { yearbook as de } from '../de/yearbook.ts'

/** Drafts until two readers from the target group have checked them. */
export const yearbook: EasyTranslation<typeof de> = {
  'yearbook.title': 'Was war im Jahr?',
  'yearbook.lead': 'Die Stadt schreibt jedes Jahr einen Bericht.\nDarin steht: Das haben wir gemacht.\nUnd das haben andere Städte von uns übernommen.',
  'yearbook.none': 'Es gibt noch keinen Bericht',
  'yearbook.none-next': 'Der Bericht kommt nach dem Ende vom Jahr.',
  'yearbook.year.title': (p) => `Bericht über das Jahr ${p.year}`,
  'yearbook.year.lead': 'Ein Computer hat die Zahlen gezählt.\nDie Zahlen zeigen: Das macht die Stadt.',
  'yearbook.pdf': 'Bericht als PDF',
  'yearbook.foreword.title': 'Das sagt die Stadt',
  'yearbook.figures.title': (p) => `Die Zahlen von ${p.year}`,
  'yearbook.figure.paid': 'So viel Geld kam',
  'yearbook.figure.entries': 'Neue Sachen zum Übernehmen',
  'yearbook.figure.given': 'Das haben andere Städte übernommen',
  'yearbook.figure.registrations': 'Plätze bei Treffen',
  'yearbook.figure.answers': 'Antworten an andere Städte',
  'yearbook.projects.title': 'Die Projekte',
  'yearbook.changes.title': 'Das ist passiert',
  'yearbook.changes.none': 'In diesem Jahr gab es nichts Neues bei den Projekten.',
  'yearbook.money.title': 'Das Geld',
  'yearbook.money.lead': 'Das Land gibt der Stadt Geld für Projekte.\nHier steht: So viel Geld kam in diesem Jahr.',
  'yearbook.entries.title': 'Das ist neu zum Übernehmen',
  'yearbook.entries.none': 'In diesem Jahr kam nichts Neues dazu.',
  'yearbook.adoptions.title': 'Das haben Städte übernommen',
  'yearbook.adoptions.none': 'Keine Stadt will hier mit Namen stehen.',
  'yearbook.leaders.title': 'Das nutzen die meisten Städte',
  'yearbook.leaders.lead': 'Eine hohe Zahl heißt:\nViele Städte nutzen das.',
  'yearbook.leaders.none': 'Noch nutzt keine andere Stadt etwas davon.',
  'yearbook.network.title': 'Treffen und Fragen',
  'yearbook.origin.title': 'So entsteht der Bericht',
}
