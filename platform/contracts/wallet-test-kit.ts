/** What the simulated register of relying parties and the simulated issuer of identities hand out for a demonstration. */
export type SimulatedWallet = {
  /** Certificate for access with its chain, base64 DER, the own one first, without the root. */
  certificates: readonly string[]
  /** Root certificate of those who issue simulated identities (PEM). */
  root: string
  /** Page of the simulated wallet; `client_id` and `request_uri` are appended as with any wallet. */
  address: string
}

/**
 * A simulated wallet of the European Union for demonstrations, offered under `walletTestKitPort`. It knows invented people only. `P` is the platform
 * of the process.
 */
export type WalletTestKit<P> = {
  /** Registers who will ask under `origin`, by its public P-256 key (JWK). Undefined outside of demonstrations. */
  connect(platform: P, town: { readonly id: string; readonly name: string }, origin: string, publicKey: Readonly<Record<string, unknown>>): Promise<SimulatedWallet | undefined>
}

export const walletTestKitPort = 'wallet-test-kit'
