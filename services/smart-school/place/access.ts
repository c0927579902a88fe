import { allow, type AccessRule } from '@modellregion/kernel'

const ofSchools = ['caretaker', 'teacher', 'school-lead', 'school-technician', 'energy-manager']

/** Which school somebody works for, and which single values they may see, the pages ask `reachOfActor`. */
export const placeAccess: readonly AccessRule[] = [...ofSchools.map((role) => allow(role, 'see-rooms', 'place')), allow('school-technician', 'manage', 'place')]
