/** What the simulated register of relying parties and the simulated issuer of identities hand out for a demonstration. */
export type SimulatedWallet = {
  /** Certificate for access with its chain, base64 DER, the own one first, without the root. */
  certificates: readonly string[]
  /** Root certificate of those who issue simulated identities (PEM). */
  root: string
  /** Page of the simulated wallet; `client_id` and `request_uri` are appended as with any wallet. */
  address: string
}

/** How a simulated wallet answers: as whom, and with which trick when a test wants one. */
export type WalletWish = {
  /** `erika`, `mia`, `sanne`, `expired`, `revoked`, `untrusted`. */
  person: string
  /** Instead of what the question says. */
  aud?: string
  nonce?: string
  state?: string
  kid?: string
  /** Content encryption. */
  enc?: string
  /** Signs with a key that is not in the identity. */
  otherKey?: boolean
  /** Seconds by which the wallet's clock is wrong. */
  clock?: number
  /** Further claims, by path. */
  more?: readonly (readonly string[])[]
  /** Changes what is shown before the holder signs it, and the whole after that. */
  before?: (shown: string) => string
  after?: (presentation: string) => string
  /** Presents this instead. */
  presentation?: string
  /** Presents it so many times. */
  times?: number
  plain?: boolean
  vct?: string
  /** Validity in seconds from now. */
  from?: number
  until?: number
  /** Where it says whether it is revoked. */
  status?: 'none' | { uri: string; index: number }
}

/** What a wallet sends, and the presentation in it. */
export type WalletAnswer = { responseUri: string; fields: Record<string, string>; presentation: string }

/**
 * A simulated wallet of the European Union for demonstrations, offered under `walletTestKitPort`. It knows invented people only. `P` is the platform
 * of the process.
 */
export type WalletTestKit<P> = {
  /** Registers who will ask under `origin`, by its public P-256 key (JWK). Undefined outside of demonstrations. */
  connect(platform: P, town: { readonly id: string; readonly name: string }, origin: string, publicKey: Readonly<Record<string, unknown>>): Promise<SimulatedWallet | undefined>
  /** What the wallet would send for the question behind a link. For tests. @throws when it would not answer */
  answer(platform: P, origin: string, link: string, wish: WalletWish): Promise<WalletAnswer>
}

export const walletTestKitPort = 'wallet-test-kit'
