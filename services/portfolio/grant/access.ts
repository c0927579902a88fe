import { allow, type AccessRule } from '@modellregion/kernel'

const readers = ['project-office', 'project-lead', 'auditor']

/** Project leads draft calls and book; the project office keeps notices, sends calls and submits statements; auditors read all and write remarks only. */
export const grantAccess: readonly AccessRule[] = [
  ...readers.map((role) => allow(role, 'read', 'grant')),
  allow('project-lead', 'book', 'grant'),
  allow('project-office', 'manage', 'grant'),
  allow('project-lead', 'draft', 'grant-call'),
  allow('project-office', 'send', 'grant-call'),
  allow('project-lead', 'write', 'grant-statement'),
  allow('project-office', 'submit', 'grant-statement'),
  allow('auditor', 'write', 'grant-remark'),
]
