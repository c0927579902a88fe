import { errors, type Client } from 'oidc-provider'
import { scopeOfClaim } from './claims.ts'

type ClaimsParameter = { userinfo?: Record<string, unknown> | undefined; id_token?: Record<string, unknown> | undefined }

/**
 * The parameter `claims` (OpenID Connect Core 5.5) names single data past the scopes. A service may name only what a scope of its
 * registration holds; the library itself asks for any that the provider knows.
 *
 * @throws InvalidRequest
 */
export function refuseForeignClaims({ userinfo, id_token: idToken }: ClaimsParameter, client: Pick<Client, 'scope'>): void {
  if (client.scope === undefined) return
  const registered = new Set(client.scope.split(' '))
  const foreign = [...Object.keys(userinfo ?? {}), ...Object.keys(idToken ?? {})].find((claim) => {
    const scope = scopeOfClaim(claim)
    return scope !== undefined && !registered.has(scope)
  })
  if (foreign !== undefined) throw new errors.InvalidRequest(`this client is not registered for the scope of claim "${scopeOfClaim(foreign)}"`)
}

/** Claims by the scope under whose words people read about them, without those that say nothing about the person. */
export function byScope(claims: Iterable<string>): Map<string, string[]> {
  const grouped = new Map<string, string[]>()
  for (const claim of claims) {
    const scope = scopeOfClaim(claim)
    if (scope !== undefined && scope !== 'openid') grouped.set(scope, [...(grouped.get(scope) ?? []), claim])
  }
  return grouped
}
