import { allow, type AccessRule } from '@modellregion/kernel'

/** Devices are the technicians' alone: a mounting decides which room a value belongs to, and so who may read it. */
export const deviceAccess: readonly AccessRule[] = [allow('school-technician', 'manage', 'device')]
