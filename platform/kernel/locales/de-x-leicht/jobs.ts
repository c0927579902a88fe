import type { EasyTranslation } from '../../i18n/words.ts'
import type { jobs as de } from '../de/jobs.ts'

/** Drafts until two readers from the target group have checked them. */
export const jobs = {
  'jobs.state.queued': 'wartet noch',
  'jobs.state.running': 'läuft gerade',
  'jobs.state.done': 'fertig',
  'jobs.state.failed': 'wir probieren es noch einmal',
  'jobs.state.dead': 'gestoppt',
  'jobs.progress': (p, f) => `Das ist fertig: ${f.percent(p.share)}.`,
  'jobs.started': (p, f) => `Der Start war am ${f.dateTime(p.at)}.`,
  'jobs.finished': (p, f) => `Fertig war es am ${f.dateTime(p.at)}.`,
  'jobs.next': (p, f) => `Der nächste Start ist am ${f.dateTime(p.at)}.`,
  'jobs.attempt': (p, f) => `Versuch ${f.number(p.attempt)} von ${f.number(p.most)}`,
  'jobs.reload': 'Neu laden',
} satisfies EasyTranslation<typeof de>
