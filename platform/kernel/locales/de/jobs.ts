import type { Dictionary } from '../../i18n/words.ts'

/** Work that runs in the background and that a page can watch. */
export const jobs = {
  'jobs.title': 'Aufträge',
  'jobs.state.queued': 'wartet',
  'jobs.state.running': 'läuft',
  'jobs.state.done': 'fertig',
  'jobs.state.failed': 'wird wiederholt',
  'jobs.state.dead': 'abgebrochen',
  'jobs.progress': (p: { share: number }, f) => `${f.percent(p.share)} erledigt`,
  'jobs.started': (p: { at: Date }, f) => `Begonnen am ${f.dateTime(p.at)}`,
  'jobs.finished': (p: { at: Date }, f) => `Fertig am ${f.dateTime(p.at)}`,
  'jobs.next': (p: { at: Date }, f) => `Nächster Lauf am ${f.dateTime(p.at)}`,
  'jobs.attempt': (p: { attempt: number; most: number }, f) => `Versuch ${f.number(p.attempt)} von ${f.number(p.most)}`,
  'jobs.retry': 'Auftrag wiederholen',
  'jobs.retried': 'Der Auftrag ist wieder eingereiht.',
  'jobs.cancel': 'Auftrag abbrechen',
  'jobs.reload': 'Stand aktualisieren',
  'jobs.none': 'Noch keine Aufträge. Was im Hintergrund läuft, steht hier mit Stand und Ergebnis.',
  'jobs.error': 'Fehlermeldung',
} satisfies Dictionary
