import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { compactVerify } from 'jose'
import type { Ask, Platform } from '@modellregion/kernel'
import { rootOf } from './keys.ts'

/** A question that a wallet has checked: who asks, for what, where the answer goes. */
export type Question = {
  clientId: string
  /** As the register knows whoever asks. */
  asker: string
  host: string
  responseUri: string
  nonce: string
  state: string
  queryId: string
  /** Ways to the asked claims, of the first set that can be answered by somebody. */
  claimSets: readonly (readonly (readonly string[])[])[]
  encryptionKey: Readonly<Record<string, unknown>>
  encryptions: readonly string[]
}

type Asks = Pick<Ask, 'platform' | 'url' | 'now'>

/** Who asks and where the question lies, from a link or from the text of a code. Undefined when it is neither. */
export function readLink(text: string): { clientId: string; requestUri: string; post: boolean } | undefined {
  const query = new URLSearchParams(text.trim().split('?').slice(1).join('?'))
  const [clientId, requestUri] = [query.get('client_id'), query.get('request_uri')]
  if (clientId === null || requestUri === null || !/^https?:\/\//.test(requestUri)) return undefined
  return { clientId, requestUri, post: query.get('request_uri_method') === 'post' }
}

/**
 * Fetches a question and checks it as the profile wants it of wallets (HAIP 1.0, 5; OpenID4VP 1.0, 5): signed by whom the register has let in, named by the hash
 * of that certificate, for an address of that host, the answer encrypted.
 * @throws with the reason, in English, for the tool's page
 */
export async function fetchQuestion(ask: Asks, link: { clientId: string; requestUri: string; post: boolean }): Promise<Question> {
  const walletNonce = randomBytes(16).toString('base64url')
  const answer = await fetchFrom(ask, link.requestUri, link.post ? new URLSearchParams({ wallet_nonce: walletNonce }) : undefined)
  if (answer.status !== 200) throw new Error('The question is not there any more.')
  const { payload, protectedHeader } = await compactVerify(await answer.text(), async ({ x5c }) => (await certificateOf(ask.platform, x5c, ask.now)).publicKey, { algorithms: ['ES256'] })
  const certificate = await certificateOf(ask.platform, protectedHeader.x5c, ask.now)
  const claims = JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>
  const expected = `x509_hash:${createHash('sha256').update(certificate.raw).digest('base64url')}`
  const host = new URL(String(claims['response_uri'])).hostname
  const wrong = [
    [protectedHeader.typ !== 'oauth-authz-req+jwt', 'The signed question is of another type.'],
    [claims['client_id'] !== expected || link.clientId !== expected, 'Whoever asks is named differently from their certificate.'],
    [claims['response_type'] !== 'vp_token' || claims['response_mode'] !== 'direct_post.jwt', 'The answer would not be encrypted.'],
    [claims['aud'] !== 'https://self-issued.me/v2', 'The question is for somebody else.'],
    [link.post && claims['wallet_nonce'] !== walletNonce, 'The question was not made for this wallet.'],
    [Number(claims['exp']) * 1_000 <= ask.now.getTime(), 'The question is over.'],
    [certificate.checkHost(host) === undefined, 'The answer would go to another address than that of whoever asks.'],
  ].find(([is]) => is)
  if (wrong) throw new Error(String(wrong[1]))
  return readQuestion(claims, certificate, host)
}

function readQuestion(claims: Record<string, unknown>, certificate: X509Certificate, host: string): Question {
  const query = claims['dcql_query'] as { credentials: { id: string; format: string; claims: { id: string; path: string[] }[]; claim_sets: string[][] }[] }
  const metadata = claims['client_metadata'] as { jwks: { keys: Record<string, unknown>[] }; encrypted_response_enc_values_supported: string[] }
  const [credential] = query.credentials
  if (!credential || credential.format !== 'dc+sd-jwt') throw new Error('The question is not for an identity of this kind.')
  const pathOf = (id: string) => credential.claims.find((claim) => claim.id === id)?.path ?? []
  return {
    clientId: String(claims['client_id']),
    asker: /CN=(.+)/.exec(certificate.subject)?.[1] ?? '',
    host,
    responseUri: String(claims['response_uri']),
    nonce: String(claims['nonce']),
    state: String(claims['state']),
    queryId: credential.id,
    claimSets: credential.claim_sets.map((set) => set.map(pathOf)),
    encryptionKey: metadata.jwks.keys[0] ?? {},
    encryptions: metadata.encrypted_response_enc_values_supported,
  }
}

/** @throws when the register has not let them in */
async function certificateOf(platform: Platform, x5c: unknown, now: Date): Promise<X509Certificate> {
  const certificate = new X509Certificate(Buffer.from(Array.isArray(x5c) ? String(x5c[0]) : '', 'base64'))
  const root = new X509Certificate(await rootOf(platform, 'register-root'))
  if (!certificate.checkIssued(root) || !certificate.verify(root.publicKey) || certificate.ca || certificate.validToDate < now) throw new Error('The register does not know whoever asks.')
  return certificate
}

/** Own pages are asked without a network. */
export const fetchFrom = ({ platform, url }: Pick<Ask, 'platform' | 'url'>, address: string, form?: URLSearchParams): Promise<Response> => {
  const init = form ? { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/oauth-authz-req+jwt, application/json' }, body: form.toString() } : {}
  return new URL(address).origin === url.origin ? platform.loopback.fetch(address, init) : Promise.reject(new Error('The simulated wallet answers this installation only.'))
}
