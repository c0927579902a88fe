/** One sign-in at a provider that has begun and not come back. Its `state` is the key under which it is kept. */
export type SignInFlow = { provider: string; nonce: string; verifier: string; returnTo: string; startedAt: number }

/** What a session remembers between requests. Small, and gone with the session. */
export type SessionData = {
  /** Secret of the form tokens. */
  _csrf?: string
  flows?: Record<string, SignInFlow>
  /** Identity token of the provider, needed once more to sign out there. */
  idToken?: string
  provider?: string
  /** After signing out here: where one may sign out as well. */
  endAt?: { provider: string; idToken: string }
}
