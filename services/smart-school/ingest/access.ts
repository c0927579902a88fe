import { allow, type AccessRule } from '@modellregion/kernel'

/** Who sets up where measurements come from. Whoever works for a school reads its meters: which school, the route asks by `worksFor`. */
export const ingestAccess: readonly AccessRule[] = [
  ...['school-technician', 'town-admin'].flatMap((role) => [allow(role, 'manage', 'source'), allow(role, 'see', 'quarantine'), allow(role, 'clear', 'quarantine')]),
  ...['caretaker', 'energy-manager', 'school-technician'].map((role) => allow(role, 'write', 'meter-reading')),
  ...['caretaker', 'energy-manager', 'school-technician'].map((role) => allow(role, 'upload', 'reading-table')),
]
