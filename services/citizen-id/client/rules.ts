import { acrOf } from '../level/rules.ts'
import type { Client, ClientForm } from './schema.ts'

/** What is wrong with an address, as a word `client.error.<code>`. */
export type AddressProblem = 'not-an-address' | 'not-https' | 'fragment' | 'wildcard'

const ownMachine = /^(localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/

/**
 * An address to which people or messages may be sent: https, on the own machine also http; whole, without wildcard or fragment
 * (RFC 9700, 2.1: redirect addresses are compared as text).
 */
export function addressProblem(text: string): AddressProblem | undefined {
  if (text.includes('*')) return 'wildcard'
  if (!URL.canParse(text)) return 'not-an-address'
  const { protocol, hostname, hash, username, password } = new URL(text)
  if (hash !== '' || text.endsWith('#')) return 'fragment'
  if (username !== '' || password !== '') return 'not-an-address'
  if (protocol === 'https:' || (protocol === 'http:' && ownMachine.test(hostname))) return undefined
  return protocol === 'http:' ? 'not-https' : 'not-an-address'
}

/** The lines of a field, without blanks. */
export const linesOf = (text: string | undefined): string[] => [...new Set((text ?? '').split(/\s+/).filter((line) => line !== ''))]

const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** A set of public keys (RFC 7517) as it was pasted; a word `client.error.<code>` where it is none, or holds what is nobody else's business. */
export function readKeys(text: string): { keys: object[] } | 'not-keys' | 'private-key' {
  const read = parsed(text)
  const keys = typeof read === 'object' && read !== null && 'keys' in read ? read.keys : undefined
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every((key) => typeof key === 'object' && key !== null && 'kty' in key)) return 'not-keys'
  return keys.some((key) => privateParts.some((part) => part in key)) ? 'private-key' : { keys }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type ClientProblem = { field: keyof ClientForm; code: AddressProblem | 'needed' | 'not-keys' | 'private-key' | 'one-of-two' | 'proves-nothing' }

/** What the form says that cannot be, in the order of the page. */
export function problemsOf(form: ClientForm): ClientProblem[] {
  const inField = (field: 'redirectUris' | 'postLogoutUris' | 'backchannelLogoutUri' | 'frontchannelLogoutUri' | 'jwksUri' | 'cibaUri'): ClientProblem[] =>
    linesOf(form[field])
      .map(addressProblem)
      .filter((code) => code !== undefined)
      .slice(0, 1)
      .map((code) => ({ field, code }))
  const needed = (field: keyof ClientForm, is: boolean): ClientProblem[] => (is && linesOf(form[field] as string | undefined).length === 0 ? [{ field, code: 'needed' }] : [])
  const pasted = (form.jwks ?? '').trim()
  const keys = pasted === '' ? undefined : readKeys(pasted)
  return [
    ...needed('redirectUris', form.machine !== true && form.ciba === 'off'),
    ...inField('redirectUris'),
    ...inField('postLogoutUris'),
    ...inField('backchannelLogoutUri'),
    ...inField('frontchannelLogoutUri'),
    ...(form.authMethod === 'none' && (form.machine === true || form.ciba !== 'off') ? [{ field: 'authMethod', code: 'proves-nothing' } as const] : []),
    ...needed('jwksUri', form.authMethod === 'private_key_jwt' && pasted === ''),
    ...inField('jwksUri'),
    ...(typeof keys === 'string' ? [{ field: 'jwks', code: keys } as const] : []),
    ...(pasted !== '' && linesOf(form.jwksUri).length > 0 ? [{ field: 'jwks', code: 'one-of-two' } as const] : []),
    ...needed('cibaUri', form.ciba === 'ping'),
    ...inField('cibaUri'),
  ]
}

const cibaGrant = 'urn:openid:params:grant-type:ciba'

/** The registration in the terms of OpenID Connect Dynamic Client Registration 1.0, which the provider reads. */
export function metadataOf(form: ClientForm): Record<string, unknown> {
  const redirects = linesOf(form.redirectUris)
  const one = (text: string | undefined) => linesOf(text)[0]
  const keys = readKeys(form.jwks ?? '')
  const [backchannel, frontchannel, jwks, ciba] = [one(form.backchannelLogoutUri), one(form.frontchannelLogoutUri), one(form.jwksUri), one(form.cibaUri)]
  const grants = [
    ...(redirects.length > 0 ? ['authorization_code'] : []),
    ...((form.scopes ?? []).includes('offline_access') ? ['refresh_token'] : []),
    ...(form.machine === true && form.authMethod !== 'none' ? ['client_credentials'] : []),
    ...(form.ciba === 'off' ? [] : [cibaGrant]),
  ]
  return {
    client_name: form.name,
    redirect_uris: redirects,
    response_types: redirects.length > 0 ? ['code'] : [],
    grant_types: grants,
    token_endpoint_auth_method: form.authMethod,
    scope: ['openid', ...(form.scopes ?? [])].join(' '),
    subject_type: 'pairwise',
    ...(linesOf(form.postLogoutUris).length > 0 && { post_logout_redirect_uris: linesOf(form.postLogoutUris) }),
    ...(backchannel !== undefined && { backchannel_logout_uri: backchannel, backchannel_logout_session_required: true }),
    ...(frontchannel !== undefined && { frontchannel_logout_uri: frontchannel, frontchannel_logout_session_required: true }),
    ...(jwks !== undefined && { jwks_uri: jwks }),
    ...(typeof keys === 'object' && { jwks: keys }),
    ...(form.minimum !== 'low' && { minimum_acr: acrOf[form.minimum] }),
    ...((form.voluntary ?? []).length > 0 && { voluntary_scopes: (form.voluntary ?? []).join(' ') }),
    ...(form.mandates === true && { mandates: true }),
    ...(form.dpop === true && { dpop_bound_access_tokens: true }),
    ...(form.ciba !== 'off' && { backchannel_token_delivery_mode: form.ciba, ...(ciba !== undefined && { backchannel_client_notification_endpoint: ciba }) }),
  }
}

/** The form as it was filled in, for changing it. */
export function typedOfClient({ metadata, office, purpose, legalBasis }: Client): Record<string, string | string[]> {
  const text = (name: string): string => (typeof metadata[name] === 'string' ? metadata[name] : '')
  const list = (name: string): string[] => (Array.isArray(metadata[name]) ? metadata[name].map(String) : [])
  const level = (['low', 'substantial', 'high'] as const).find((one) => acrOf[one] === metadata['minimum_acr']) ?? 'low'
  const ticked = (is: boolean): string => (is ? 'true' : '')
  return {
    name: text('client_name'),
    office,
    purpose,
    legalBasis,
    redirectUris: list('redirect_uris').join('\n'),
    postLogoutUris: list('post_logout_redirect_uris').join('\n'),
    backchannelLogoutUri: text('backchannel_logout_uri'),
    frontchannelLogoutUri: text('frontchannel_logout_uri'),
    authMethod: text('token_endpoint_auth_method'),
    jwksUri: text('jwks_uri'),
    jwks: metadata['jwks'] === undefined ? '' : JSON.stringify(metadata['jwks'], null, 2),
    scopes: text('scope').split(' ').filter((scope) => scope !== 'openid' && scope !== ''),
    voluntary: text('voluntary_scopes').split(' ').filter((scope) => scope !== ''),
    minimum: level,
    ciba: text('backchannel_token_delivery_mode') || 'off',
    cibaUri: text('backchannel_client_notification_endpoint'),
    mandates: ticked(metadata['mandates'] === true),
    machine: ticked(list('grant_types').includes('client_credentials')),
    dpop: ticked(metadata['dpop_bound_access_tokens'] === true),
  }
}
