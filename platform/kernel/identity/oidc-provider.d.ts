// The provider that the tests sign in at has no types of its own; this is the part of it that they use.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Claims = Record<string, unknown>
  type IdToken = { mask: Claims; set(name: string, value: unknown): void; issue(options: { use: 'logout' }): Promise<string> }
  export type Configuration = {
    findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Claims }
  } & Record<string, unknown>
  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
    readonly Client: { find(id: string): Promise<unknown> }
    readonly IdToken: new (claims: Claims, options: { client: unknown; ctx: undefined }) => IdToken
  }
}
