/** What people are told about a service that asks for their identity. */
export type ServiceCard = { name: string; office: string; purpose: string; legalBasis: string }

/**
 * An invented foreign service of a demonstration, offered under `testServicePort`: it signs people in at the town's own provider as
 * any service of others does. `P` is the platform of the process.
 */
export type TestService<P> = {
  readonly clientId: string
  readonly card: ServiceCard
  /** Its first page, as a path of the town. */
  readonly address: string
  /**
   * The registration in the terms of OpenID Connect Dynamic Client Registration 1.0, for pages under `origin`. Undefined outside of
   * demonstrations.
   */
  registration(platform: P, town: { readonly id: string }, origin: string): Promise<Record<string, unknown> | undefined>
}

export const testServicePort = 'identity-test-service'
