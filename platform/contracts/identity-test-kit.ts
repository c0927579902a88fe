/** Who asks for identities, as it would be agreed with a real provider: its name, where answers go, its public keys (PEM). */
export type RelyingParty = { issuer: string; answersTo: string; signingCertificate: string; encryptionCertificate: string }

/** A simulated provider: where it is asked, what it calls itself, its public keys (PEM). */
export type SimulatedProvider = { address: string; issuer: string; signingKey: string; encryptionKey: string }

/** What can be simulated: an eID server (BSI TR-03130) with its cards, BundID with its accounts. */
export type SimulatedKind = 'eid' | 'bundid'

/**
 * Simulators of identity providers for demonstrations, offered under `identityTestKitPort`. They sign with keys of their own
 * and know invented people only. `P` is the platform of the process.
 */
export type IdentityTestKit<P> = {
  /** Registers who asks, as the contract with a real provider does, and says how to ask. Undefined outside of demonstrations. */
  connect(platform: P, town: { readonly id: string }, origin: string, kind: SimulatedKind, party: RelyingParty): Promise<SimulatedProvider | undefined>
}

export const identityTestKitPort = 'identity-test-kit'
