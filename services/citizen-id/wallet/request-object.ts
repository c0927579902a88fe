import { SignJWT, type JWK } from 'jose'
import { keyed } from '../sign-in/secret.ts'
import { dcqlQuery } from './query.ts'
import type { WalletRequest } from './schema.ts'
import type { WalletSetting } from './setting.ts'
import { keyIdentifiers } from './trust.ts'

/** Content encryptions that a wallet may choose from; the profile wants both (HAIP 1.0, 5). */
export const contentEncryptions = ['A128GCM', 'A256GCM']

/** Nonce and state of a question. They follow from its id and the installation's secret, so that no copy of the table holds them. */
export const nonceOf = (secret: string, tenant: string, id: string): string => keyed(secret, 'wallet-nonce', tenant, id)
export const stateOf = (secret: string, tenant: string, id: string): string => keyed(secret, 'wallet-state', tenant, id)

/** Where the wallet fetches the question, and where it answers. */
export const requestUri = (origin: string, id: string): string => `${origin}/citizen-id/wallet/request/${id}`
export const responseUri = (origin: string, id: string): string => `${origin}/citizen-id/wallet/response/${id}`

/** What calls a wallet: a link, or the text of a code. Who asks and where the question lies; all else stands in the signed question. */
export function walletLink({ wallet, clientId }: Pick<WalletSetting, 'wallet' | 'clientId'>, origin: string, id: string): string {
  const query = new URLSearchParams({ client_id: clientId, request_uri: requestUri(origin, id), request_uri_method: 'post' })
  return `${wallet}${wallet.includes('?') ? '&' : '?'}${query}`
}

type Asked = { setting: WalletSetting; secret: string; tenant: string; origin: string; request: Pick<WalletRequest, 'id' | 'clientId' | 'withAddress' | 'expiresAt'>; encryptionKey: JWK; walletNonce?: string; now: Date }

/** The signed question (RFC 9101; OpenID4VP 1.0, 5; HAIP 1.0, 5). `walletNonce` is what the wallet wants to hear again, when it asked by POST. */
export async function requestObject({ setting, secret, tenant, origin, request, encryptionKey, walletNonce, now }: Asked): Promise<string> {
  const { kty, crv, x, y, kid } = encryptionKey
  return await new SignJWT({
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    client_id: request.clientId,
    response_uri: responseUri(origin, request.id),
    nonce: nonceOf(secret, tenant, request.id),
    state: stateOf(secret, tenant, request.id),
    dcql_query: dcqlQuery({ address: request.withAddress }, keyIdentifiers(setting.roots)),
    client_metadata: {
      jwks: { keys: [{ kty, crv, x, y, kid, alg: 'ECDH-ES', use: 'enc' }] },
      encrypted_response_enc_values_supported: contentEncryptions,
      vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256', 'ES384', 'ES512'], 'kb-jwt_alg_values': ['ES256'] } },
    },
    ...(walletNonce !== undefined && { wallet_nonce: walletNonce }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', x5c: [...setting.certificates] })
    .setAudience('https://self-issued.me/v2')
    .setIssuedAt(now)
    .setExpirationTime(request.expiresAt)
    .sign(setting.key)
}
