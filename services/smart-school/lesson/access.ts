import { allow, type AccessRule } from '@modellregion/kernel'
import type { Experiment } from './schema.ts'

/** Whether somebody works for the school is asked by the handlers, because it is a fact of the database and not of a role. */
export const lessonAccess: readonly AccessRule[] = [
  allow('teacher', 'start', 'experiment'),
  allow('school-lead', 'start', 'experiment'),
  allow<Experiment>('teacher', 'lead', 'experiment', { when: (actor, experiment) => experiment.accountId === actor.id, provided: 'they have started it' }),
  allow<Experiment>('school-lead', 'lead', 'experiment', { when: (actor, experiment) => experiment.accountId === actor.id, provided: 'they have started it' }),
  allow('teacher', 'read', 'experiment'),
  allow('school-lead', 'read', 'experiment'),
  allow('teacher', 'propose', 'publication'),
  allow('school-lead', 'propose', 'publication'),
  allow('school-lead', 'decide', 'publication'),
]
