import { Type } from 'typebox'
import { body, get, json, NotFound, post, type Ask } from '@modellregion/kernel'
import { questionFor, receiveAnswer } from '../requests.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Fetch = Type.Object({ wallet_nonce: Type.Optional(Type.String({ maxLength: 512 })) })
const Answer = Type.Object({
  response: Type.Optional(Type.String({ maxLength: 200_000 })),
  error: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(Type.String({ maxLength: 512 })),
})

const api = (summary: string) => ({ summary, tag: 'wallet' })

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'read' | 'write'>

/** What the wallet itself asks and sends: programs, without cookies. */
export const protocolRoutes = [
  get('/citizen-id/wallet/request/:id', { access: 'anyone', params, api: api('The signed question of a waiting sign-in, for the wallet (OpenID4VP)') }, (ask) => question(ask, ask.params.id, undefined)),

  post('/citizen-id/wallet/request/:id', { access: 'anyone', params, csrf: false, bodyLimit: 65_536, api: api('The same, for wallets that send a nonce of their own (OpenID4VP 5.10)') }, (ask) => {
    const sent = ask.form(Fetch)
    return sent.ok ? question(ask, ask.params.id, sent.value.wallet_nonce) : json({ error: 'invalid_request' }, 400, noStore)
  }),

  post('/citizen-id/wallet/response/:id', { access: 'anyone', params, csrf: false, bodyLimit: 262_144, api: api('Takes the encrypted answer of a wallet (OpenID4VP, direct_post.jwt)') }, async (ask) => {
    const sent = ask.form(Answer)
    if (!sent.ok) return json({ error: 'invalid_request' }, 400, noStore)
    const received = await orNothing(receiveAnswer(ask, ask.params.id, sent.value))
    if (!received) return gone()
    // The wallet learns that it did not work, and not which check was the last one.
    return received.ok ? json({ redirect_uri: received.goOn }, 200, noStore) : json({ error: 'invalid_request' }, 400, noStore)
  }),
]

const noStore = { 'cache-control': 'no-store' }
const gone = () => json({ error: 'invalid_request', error_description: 'answered or over' }, 404, noStore)

async function question(ask: Asks, id: string, walletNonce: string | undefined) {
  const signed = await orNothing(questionFor(ask, id, walletNonce))
  return signed === undefined ? gone() : body('application/oauth-authz-req+jwt', signed, { headers: noStore })
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  return await work.catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
}
