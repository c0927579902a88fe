import { allow, type AccessRule } from '@modellregion/kernel'

/** Origin and changes of what was taken over stand in the portfolio; the link there is for those who may read it. */
export const reuseKindAccess: readonly AccessRule[] = ['project-office', 'project-lead', 'auditor'].map((role) => allow(role, 'follow', 'origin'))
