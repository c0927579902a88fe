/** A town as the port needs to know it. */
export type IdentityTown = { readonly id: string; readonly hosts: readonly string[] }

/** How the platform itself is registered, as one client among others. */
export type PlatformRegistration = { issuer: string; clientId: string; clientSecret: string }

/** Somebody on whose behalf a signed-in person acts, as the claim `mandate` of the identity token carries it. */
export type MandateClaim = {
  id: string
  kind: 'parent' | 'guardian' | 'company' | 'power-of-attorney'
  /** Who is represented. `id` is the account in this town, absent for companies and for people without an account. */
  principal: { id?: string; name: string }
  /** Ids of services and topics it is limited to; empty: everything of its kind. */
  scope: string[]
  /** Last moment, ISO 8601; absent: until it is revoked. */
  until?: string
}

/**
 * The town's own OpenID Connect provider, offered under `townIdentityPort`. `P` is the platform of the process. The subject
 * that the platform's own client receives is the id of the person's account.
 */
export type TownIdentity<P> = {
  /** The platform's own registration for pages under `origin` (`https://town.example`). */
  registration(platform: P, town: IdentityTown, origin: string): Promise<PlatformRegistration>
  /** Ends one session of the provider by the `sid` of an identity token, or all of a person; tells every client of it. */
  endSessions(platform: P, town: IdentityTown, which: { sid: string } | { subject: string }): Promise<void>
  /** Lets a person in nowhere any more, ends what they and services hold, or lets them in again. */
  setLocked(platform: P, town: IdentityTown, subject: string, locked: boolean): Promise<void>
  /** The person of the session `sid` acts for themself again at the platform; nothing signed for somebody else is valid any more. */
  actForSelf(platform: P, town: IdentityTown, sid: string): Promise<void>
  /**
   * Changes the keys that sign: what is due, the beginning of a change today, or all at once because somebody else may have
   * them. Returns one line for each thing done, in English, for the operator.
   */
  rotateKeys(platform: P, town: IdentityTown, wish: 'due' | 'begin' | 'compromised'): Promise<string[]>
  /** Page on which people delete their account: they prove once more who they are, and every service is told. */
  readonly deletePath: string
  /** False while the person uses the account with services outside of the platform: then it must not be erased as unused. */
  isUnused(platform: P, town: IdentityTown, subject: string, since: Date): Promise<boolean>
}

export const townIdentityPort = 'town-identity'
