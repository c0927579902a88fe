import type { Translation } from '../../i18n/words.ts'
import type { jobs as de } from '../de/jobs.ts'

export const jobs = {
  'jobs.title': 'Jobs',
  'jobs.state.queued': 'waiting',
  'jobs.state.running': 'running',
  'jobs.state.done': 'done',
  'jobs.state.failed': 'will be repeated',
  'jobs.state.dead': 'stopped',
  'jobs.progress': (p, f) => `${f.percent(p.share)} done`,
  'jobs.started': (p, f) => `Started on ${f.dateTime(p.at)}`,
  'jobs.finished': (p, f) => `Finished on ${f.dateTime(p.at)}`,
  'jobs.next': (p, f) => `Next run on ${f.dateTime(p.at)}`,
  'jobs.attempt': (p, f) => `Attempt ${f.number(p.attempt)} of ${f.number(p.most)}`,
  'jobs.retry': 'Repeat job',
  'jobs.retried': 'The job is queued again.',
  'jobs.cancel': 'Stop job',
  'jobs.reload': 'Refresh status',
  'jobs.none': 'No jobs yet. Background work appears here with its status and result.',
  'jobs.error': 'Error message',
} satisfies Translation<typeof de>
