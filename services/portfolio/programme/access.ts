import { allow, type AccessRule } from '@modellregion/kernel'

/** What is public everybody reads. The project office writes; who works with the projects or checks them also reads ideas, applications and every change. */
export const programmeAccess: readonly AccessRule[] = [
  allow('project-office', 'edit', 'project'),
  ...['project-office', 'project-lead', 'auditor', 'town-admin'].map((role) => allow(role, 'review', 'project')),
]
