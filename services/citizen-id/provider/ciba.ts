import { errors, type Client, type KoaContextWithOIDC } from 'oidc-provider'
import type { UnitOfWork } from '@modellregion/kernel'
import { openPassRequest } from '../pass/requests.ts'
import { requestTerm } from '../pass/rules.ts'
import { passSecrets } from '../pass/secrets.ts'
import { userNameKey } from '../password/user-name.ts'
import { findPersonByUserName } from '../person/queries.ts'
import type { TownAt } from './adapter.ts'
import { officeOf } from './clients.ts'
import { highestWanted } from './policy.ts'
import { hasPass } from './queries.ts'
import { openSeal } from './seal.ts'

/** Seconds in which a request for a sign-in without a browser is answered: as long as the question stands on the Pass. */
export const cibaTerm = Math.floor(requestTerm / 1_000)

// Shown on the phone beside the question: what people compare with what the clerk says. No sign that could be taken for a link or another line.
const bindingMessage = /^[\p{L}\p{N} .,+!?#_-]{1,60}$/u

type BackchannelRequest = { jti: string; accountId?: string; scope?: string; params?: Record<string, unknown> }

/**
 * Signing in without a browser at the asking service, at the counter or on the telephone (OpenID Connect CIBA Core 1.0): the service
 * names the person, the person's Pass asks, the service hears the answer by asking again (poll) or is told to (ping).
 */
export const cibaFeature = (town: TownAt) => ({
  enabled: true,
  deliveryModes: ['poll', 'ping'] as ('poll' | 'ping')[],
  processLoginHint: (_ctx: KoaContextWithOIDC, hint?: string) => personOf(town, hint ?? ''),
  processLoginHintToken: () => {
    throw new errors.InvalidRequest('login_hint_token is not offered, use login_hint')
  },
  validateBindingMessage: (_ctx: KoaContextWithOIDC, message?: string) => {
    if (message !== undefined && !bindingMessage.test(message)) throw new errors.InvalidBindingMessage('letters, digits, blanks and . , + ! ? # _ - only, 60 at most')
  },
  validateRequestContext: (_ctx: KoaContextWithOIDC, context?: string) => {
    if (context !== undefined) throw new errors.InvalidRequest('request_context is not offered')
  },
  verifyUserCode: (_ctx: KoaContextWithOIDC, _account: unknown, code?: string) => {
    if (code !== undefined) throw new errors.InvalidRequest('user_code is not offered')
  },
  triggerAuthenticationDevice: async (_ctx: KoaContextWithOIDC, request: unknown, _account: unknown, client: Client) => await askPass(town, request as BackchannelRequest, client), // missing in the library's types
})

const inTown = <T>({ platform, tenantId }: TownAt, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) =>
  platform.database.unit({ tenant: tenantId, service: 'citizen-id', access, now: platform.now() }, work)

// Nobody, and somebody who has no Pass to answer with, are the same to the service: unknown_user_id.
async function personOf(town: TownAt, hint: string): Promise<string | undefined> {
  const key = userNameKey(hint)
  if (key === undefined) return undefined
  return await inTown(town, 'read', async (db) => {
    const person = await findPersonByUserName(db, key)
    return person && (await hasPass(db, person.id)) ? person.id : undefined
  })
}

async function askPass(town: TownAt, request: BackchannelRequest, client: Client): Promise<void> {
  const { jti, accountId = '', scope = '', params = {} } = request
  const { platform, tenantId } = town
  const [secrets, seal] = await Promise.all([passSecrets({ platform, tenant: { id: tenantId } as never }), openSeal(platform, 'ciba')]) // only the id is read
  const message = params['binding_message']
  await inTown(town, 'write', async (db) => {
    const row = await officeOf(platform, db, client.clientId)
    await openPassRequest(db, secrets, {
      origin: 'ciba',
      // A newer question of the same service takes the place of the older: nobody is worn down by many.
      askedBy: `ciba ${client.clientId} ${accountId}`,
      // The value opens the door to the tokens: the database has it encrypted only.
      handle: seal.close(jti, `${tenantId} ${accountId}`),
      personId: accountId,
      wanted: highestWanted(params['acr_values'], client['minimum_acr']),
      context: {
        clientId: client.clientId,
        clientName: row?.office || (client.clientName ?? client.clientId),
        host: '',
        purpose: row?.purpose ?? '',
        claims: scope.split(' ').filter((one) => one !== '' && one !== 'openid'),
        browser: '',
        message: typeof message === 'string' ? message : '',
      },
    })
  })
}
