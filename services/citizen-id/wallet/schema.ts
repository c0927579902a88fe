/** One question to a wallet, for one waiting sign-in. */
export type WalletRequest = {
  id: string
  interaction: string
  device: 'this' | 'other'
  state: 'open' | 'answered' | 'confirmed' | 'over'
  clientId: string
  sealedKey: string
  withAddress: boolean
  clientName: string
  number: number
  sealedAnswer: string | null
  failure: string | null
  failures: number
  expiresAt: Date
  createdAt: Date
}

/** Wallet on the device of the browser, or on another one. */
export type Device = WalletRequest['device']
