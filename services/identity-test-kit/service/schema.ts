/** A sign-in that has begun and not come back. */
export type Flow = { state: string; nonce: string; verifier: string }

/** What the provider has handed out. */
export type Tokens = { idToken: string; accessToken: string; refreshToken?: string; /** From the page of user data. */ told: Record<string, unknown>; refreshed: number }

/** A question on somebody's phone that is open. Times in seconds. */
export type Question = { id: string; interval: number; until: number; userName: string }

/** What the page says about the last step: `denied`, `nobody`, `failed`, `refreshed`, … with the provider's own code for it. */
export type Outcome = { kind: 'denied' | 'nobody' | 'failed' | 'refreshed' | 'not-refreshed' | 'no-answer' | 'unknown-person'; code?: string }

export type ServiceState = { flow?: Flow; tokens?: Tokens; question?: Question; outcome?: Outcome }

export type ServiceSession = { state: ServiceState; providerSession: string | null; endedByProviderAt: Date | null }
