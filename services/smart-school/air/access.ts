import { allow, type AccessRule } from '@modellregion/kernel'

const people = ['caretaker', 'teacher', 'school-lead', 'school-technician', 'energy-manager']
const makers = ['teacher', 'school-lead', 'school-technician']

/** Single values of a room are for the people of its school (which school, the pages ask `reachOfActor`). A class display is read by whoever has its code. */
export const airAccess: readonly AccessRule[] = [...people.map((role) => allow(role, 'read', 'air')), ...makers.map((role) => allow(role, 'make', 'display'))]
