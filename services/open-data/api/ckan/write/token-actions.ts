import { ckanTime } from '../../../ckan/to-ckan.ts'
import { endToken, issueToken } from '../../../token/issue.ts'
import { findToken, findTokenByHash, listTokens } from '../../../token/queries.ts'
import { covers, longestLife } from '../../../token/rules.ts'
import { scopes } from '../../../token/schema.ts'
import { secretHash } from '../../../token/secret.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions } from '../action.ts'
import { callerOf, type Caller } from '../caller.ts'
import { countParam, requiredParam, textParam, type Params } from '../params.ts'

export const tokenReading: Actions = {
  api_token_list: action('Keys of the caller, without their secrets. Parameter: user (own account id).', async (call, params) => {
    const caller = await call.caller()
    if (!caller) throw denied('Not logged in')
    onlyOwn(caller, params)
    const tokens = await call.read((db) => listTokens(db, caller.id, 100))
    return JSON.stringify(tokens.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > call.now).map((token) => ({
      id: token.id, name: token.title, user_id: token.accountId, created_at: ckanTime(token.createdAt), last_access: token.lastUsedOn, expires_at: ckanTime(token.expiresAt), scope: token.scope,
    }))) // prettier-ignore
  }),
}

export const tokenWriting: Actions = {
  api_token_create: action('Makes another key for the caller, never more powerful or longer lived than the one that calls. Parameters: name, user (own account id), scope, expires_in and unit (seconds), as the plug-in expire_api_token has them.', async (call, params) => {
    const caller = await callerOf(call, 'api_token_create')
    onlyOwn(caller, params)
    const scope = scopes.find((one) => one === (textParam(params, 'scope') ?? caller.scope))
    if (!scope) throw invalid({ scope: [`Value must be one of ${scopes.join(', ')}`] })
    if (!covers(caller.scope, scope) || !covers(caller.scope, 'write')) throw denied(`User ${caller.id} not authorized to create API Tokens of scope ${scope}`)
    const title = requiredParam(params, 'name').slice(0, 200)
    return await call.write(caller, async (db) => {
      const own = await findToken(db, caller.tokenId)
      const left = own ? Math.floor((own.expiresAt.getTime() - db.now.getTime()) / 86_400_000) : 0
      const days = Math.min(daysOf(params), left)
      if (days < 1) throw invalid({ expires_in: ['The calling key ends within a day; it makes no others'] })
      const issued = await issueToken(db, { accountId: caller.id, title, scope, organisations: caller.organisations, days })
      if (!issued.ok) throw invalid({ name: ['Too many keys: revoke one first'] })
      return { result: JSON.stringify({ token: issued.secret, id: issued.id }) }
    })
  }),

  api_token_revoke: action('Ends a key of the caller. Parameters: token (the secret) or jti (its id).', async (call, params) => {
    const caller = await callerOf(call, 'api_token_revoke')
    const secret = textParam(params, 'token')
    await call.write(caller, async (db) => {
      const token = secret === undefined ? await findToken(db, idFrom(params)) : await findTokenByHash(db, secretHash(secret))
      if (!token) throw notFound('API Token')
      if (token.accountId !== caller.id) throw denied(`User ${caller.id} not authorized to revoke this API Token`)
      await endToken(db, token)
    })
    return { result: 'null' }
  }),
}

function onlyOwn(caller: Caller, params: Params): void {
  const user = textParam(params, 'user') ?? textParam(params, 'user_id')
  if (user !== undefined && user !== caller.id && user !== caller.name) throw denied('keys are made and listed for the calling account only')
}

function idFrom(params: Params): string {
  const id = requiredParam(params, 'jti')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound('API Token')
  return id
}

const daysOf = (params: Params): number => (params['expires_in'] === undefined ? longestLife : Math.floor((countParam(params, 'expires_in', 1) * countParam(params, 'unit', 1)) / 86_400))
