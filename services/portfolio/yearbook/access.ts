import { allow, type AccessRule } from '@modellregion/kernel'

/** A published yearbook is for everybody. Until then those read it who work on it or check it. */
export const yearbookAccess: readonly AccessRule[] = [
  allow('project-office', 'edit', 'yearbook'),
  ...['project-office', 'project-lead', 'auditor', 'town-admin'].map((role) => allow(role, 'review', 'yearbook')),
]
