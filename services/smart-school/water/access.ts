import { allow, type AccessRule } from '@modellregion/kernel'

const people = ['caretaker', 'teacher', 'school-lead', 'school-technician', 'energy-manager']

/** Which school, the pages ask `reachOfActor`. Who signs a flush stands in for it by name. */
export const waterAccess: readonly AccessRule[] = [
  ...people.map((role) => allow(role, 'read', 'water')),
  ...['caretaker', 'school-technician'].map((role) => allow(role, 'sign', 'water')),
  ...['caretaker', 'school-lead', 'school-technician'].map((role) => allow(role, 'plan', 'water')),
]
