export { defineEvent, type EventType, type PayloadOf } from './event.ts'
export { identityTestKitPort, type IdentityTestKit, type RelyingParty, type SimulatedKind, type SimulatedProvider } from './identity-test-kit.ts'
export { townIdentityPort, type IdentityTown, type MandateClaim, type PlatformRegistration, type TownIdentity } from './town-identity.ts'
export { walletTestKitPort, type SimulatedWallet, type WalletTestKit } from './wallet-test-kit.ts'
