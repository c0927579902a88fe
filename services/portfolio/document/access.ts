import { allow, type AccessRule } from '@modellregion/kernel'

/** Templates are worked on inside the office; others see what the office offers in the catalogue. */
export const documentAccess: readonly AccessRule[] = [allow('project-office', 'edit', 'document'), allow('project-office', 'read', 'document'), allow('project-lead', 'read', 'document'), allow('auditor', 'read', 'document')]
