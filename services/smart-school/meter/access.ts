import { allow, type AccessRule } from '@modellregion/kernel'

/** Who may say that a meter was exchanged, and correct its chain. At which schools, the pages ask `reachOfActor`. */
export const meterAccess: readonly AccessRule[] = ['caretaker', 'school-technician', 'energy-manager'].map((role) => allow(role, 'exchange', 'meter'))
