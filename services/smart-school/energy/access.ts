import { allow, type AccessRule } from '@modellregion/kernel'

/** What a school uses is open to everybody as far as its series are. Accounts are for the people of the school; which school, the pages ask `reachOfActor`. */
export const energyAccess: readonly AccessRule[] = [
  allow('energy-manager', 'manage', 'energy'),
  ...['energy-manager', 'school-lead', 'teacher', 'caretaker', 'school-technician'].map((role) => allow(role, 'read', 'account')),
  ...['energy-manager', 'school-lead', 'teacher'].map((role) => allow(role, 'log', 'account')),
]
