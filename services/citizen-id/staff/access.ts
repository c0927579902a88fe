import { allow, isStaff, type AccessRule, type Actor } from '@modellregion/kernel'

const works = { when: (actor: Actor) => isStaff(actor.roles), provided: 'they work for the town' }

export const staffAccess: readonly AccessRule[] = [allow('signed-in', 'delegate', 'role', works), allow('town-admin', 'invite', 'staff'), allow('operator', 'invite', 'staff')]
