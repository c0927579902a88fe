export { defineEvent, type EventType, type PayloadOf } from './event.ts'
export { townIdentityPort, type IdentityTown, type MandateClaim, type PlatformRegistration, type TownIdentity } from './town-identity.ts'
