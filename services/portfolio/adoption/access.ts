import { allow, type AccessRule } from '@modellregion/kernel'

/** The project office takes over and reports; the others of the programme read. What is in the register with consent, everybody reads. */
export const adoptionAccess: readonly AccessRule[] = [
  allow('project-office', 'edit', 'adoption'),
  ...['project-office', 'project-lead', 'auditor'].map((role) => allow(role, 'read', 'adoption')),
]
