import { allow, type AccessRule } from '@modellregion/kernel'

/** Doors, windows and movement are for who looks after the building. At which schools says protection/. */
export const safetyAccess: readonly AccessRule[] = [
  ...['caretaker', 'school-technician'].map((role) => allow(role, 'read', 'safety')),
  ...['caretaker', 'school-technician'].map((role) => allow(role, 'change', 'safety')),
  allow('school-technician', 'switch', 'presence'),
]
