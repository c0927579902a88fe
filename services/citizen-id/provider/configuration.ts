import { createHmac } from 'node:crypto'
import { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { sharedSecret } from '@modellregion/kernel'
import { acrOf } from '../level/rules.ts'
import { readIn, standingOf } from '../mandate/choice.ts'
import { forWhom, forWhomPrompt } from '../mandate/prompt.ts'
import { passkeyCheck } from '../staff/check.ts'
import { adapterFor, type TownAt } from './adapter.ts'
import { refuseForeignClaims } from './asked-claims.ts'
import { fetchFor } from './fetch.ts'
import { claimsByScope, claimsOf } from './claims.ts'
import { cibaFeature, cibaTerm } from './ciba.ts'
import { isOwnSector, platformClientId } from './clients.ts'
import { signingKeys } from './keys.ts'
import { holderOf } from './queries.ts'
import { signOutPages } from './logout.ts'
import { signInPolicy } from './policy.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Everything that makes the certified library the provider of this town. */
export async function configurationOf(town: TownAt): Promise<Configuration> {
  const { platform, tenantId } = town
  const secret = await sharedSecret(platform.database, 'citizen-id', platform.now())
  const derive = (use: string) => createHmac('sha256', secret).update(`${use} ${tenantId}`).digest()
  return {
    adapter: adapterFor(town),
    jwks: { keys: (await signingKeys(town)) as never }, // JWK of jose, the same shape
    clientDefaults: { grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic' },
    scopes: ['openid', 'offline_access', ...Object.keys(claimsByScope)],
    claims: { ...claimsByScope, acr: null, sid: null, auth_time: null, iss: null },
    acrValues: [acrOf.low, acrOf.substantial, acrOf.high],
    subjectTypes: ['public', 'pairwise'],
    // One service cannot compare notes about a person with another: the name it knows them by is its own.
    pairwiseIdentifier: (_ctx, accountId, client) => createHmac('sha256', derive('pairwise')).update(`${client.sectorIdentifier ?? client.clientId} ${accountId}`).digest('base64url'),
    sectorIdentifierUriValidate: ({ sectorIdentifierUri }) => !isOwnSector(sectorIdentifierUri),
    responseTypes: ['code'],
    pkce: { required: () => true },
    // Clocks of services differ; what we keep ourselves ends by our own clock, in the database.
    clockTolerance: 5 * minute,
    cookies: {
      names: { session: 'mr-id', interaction: 'mr-id-sign-in', resume: 'mr-id-resume' },
      keys: [derive('cookies').toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: '/id' },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: signOutPages(town),
      ciba: cibaFeature(town) as never, // its types know neither the request nor answers that may be missing
      dPoP: { enabled: true, nonceSecret: derive('dpop-nonce') },
      pushedAuthorizationRequests: { enabled: true },
      claimsParameter: { enabled: true, assertClaimsParameter: (_ctx, claims, client) => refuseForeignClaims(claims as never, client) }, // an object of objects, the library has looked
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      userinfo: { enabled: true },
    },
    // Services that can only be told in the browser (OpenID Connect Front-Channel Logout 1.0); see logout.ts.
    discovery: { frontchannel_logout_supported: true, frontchannel_logout_session_supported: true },
    interactions: { url: (_ctx, { uid, prompt }) => `/citizen-id/sign-in/${uid}${pageOf[prompt.name] ?? ''}`, policy: policyOf(town) },
    extraClientMetadata: { properties: ['mandates', 'minimum_acr', 'voluntary_scopes', 'frontchannel_logout_uri', 'frontchannel_logout_session_required'] },
    // Asked for each token: whoever was locked out, or acts under a mandate that is over, gets none.
    findAccount: async (_ctx, id, token) => {
      const { grantId, clientId } = (token ?? {}) as { grantId?: string; clientId?: string }
      const { rows } = await platform.database.statement({ tenant: tenantId, service: 'citizen-id', access: 'read', now: platform.now() }, holderOf(tenantId, id, grantId ?? null))
      const [person] = rows
      if (!person || person.lockedAt !== null) return undefined
      const standing = person.mandateId === null || grantId === undefined || clientId === undefined ? undefined : await readIn(town, (db) => standingOf(db, grantId, id, clientId))
      if (standing?.for === 'nobody') return undefined
      return { accountId: id, claims: () => ({ ...claimsOf(person), ...(standing?.for === 'other' && { mandate: { ...standing.claim } }) }) }
    },
    loadExistingGrant: async (ctx) => (await existingGrant(town, ctx)) ?? (await ownGrant(ctx)),
    ttl: {
      AccessToken: 10 * minute,
      AuthorizationCode: minute,
      BackchannelAuthenticationRequest: cibaTerm,
      ClientCredentials: 10 * minute,
      IdToken: 10 * minute,
      Interaction: hour,
      // At a computer of several people it is over soon after the last step.
      Session: (_ctx, session) => (session.transient ? 15 * minute : 8 * hour),
      Grant: 90 * day,
      RefreshToken: 30 * day,
    },
    renderError: (ctx, out) => {
      ctx.status = 303
      ctx.redirect(`/citizen-id/sign-in-failed?${new URLSearchParams({ error: out.error })}`)
    },
    fetch: fetchFor(town) as typeof fetch, // the library calls it with an address
  }
}

// Below the address of the waiting sign-in, so that its cookie is sent to all of them.
const pageOf: Readonly<Record<string, string>> = { [forWhom]: '/for', consent: '/consent' }

function policyOf(town: TownAt) {
  const policy = signInPolicy()
  policy.get('login')?.checks.add(passkeyCheck(town))
  policy.add(forWhomPrompt(town), 1) // after signing in, before consenting
  return policy
}

async function existingGrant(town: TownAt, ctx: KoaContextWithOIDC) {
  const { result, session, client, provider } = ctx.oidc
  const id = result?.consent?.grantId ?? (client && session?.grantIdFor(client.clientId))
  const grant = id === undefined ? undefined : await provider.Grant.find(id)
  if (!grant || id === undefined || client === undefined || session?.accountId === undefined) return grant
  // A grant for somebody whom the person no longer represents is none.
  const { accountId } = session
  const standing = await readIn(town, (db) => standingOf(db, id, accountId, client.clientId))
  return standing.for === 'nobody' ? undefined : grant
}

// The town asks nobody whether the town may know who signs in at the town.
async function ownGrant(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  if (client?.clientId !== platformClientId || session?.accountId === undefined) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile email')
  await grant.save()
  return grant
}
