import { allow, type AccessRule } from '@modellregion/kernel'

const readers = ['project-office', 'project-lead', 'auditor', 'town-admin']

/**
 * What is public everybody reads. The project office writes; project leads keep the texts that others need for taking over. Who works with the
 * projects or checks them also reads ideas, applications and every change.
 */
export const programmeAccess: readonly AccessRule[] = [
  allow('project-office', 'edit', 'programme'),
  allow('project-office', 'edit', 'project'),
  ...['project-office', 'project-lead'].map((role) => allow(role, 'describe', 'project')),
  ...readers.map((role) => allow(role, 'review', 'project')),
]
