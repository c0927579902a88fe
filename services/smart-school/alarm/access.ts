import { allow, type AccessRule } from '@modellregion/kernel'

/** Who sees and handles alarms. Of which schools, and how closely, says protection/: the pages ask it for every alarm. */
export const alarmAccess: readonly AccessRule[] = [
  ...['caretaker', 'school-technician', 'school-lead', 'energy-manager', 'teacher'].map((role) => allow(role, 'read', 'alarm')),
  ...['caretaker', 'school-technician'].map((role) => allow(role, 'handle', 'alarm')),
  ...['caretaker', 'school-technician'].map((role) => allow(role, 'receive', 'alarm')),
  ...['caretaker', 'school-technician', 'energy-manager'].map((role) => allow(role, 'read', 'alarm-rule')),
  allow('school-technician', 'change', 'alarm-rule'),
  allow('school-technician', 'change', 'alarm-chain'),
]
