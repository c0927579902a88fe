import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import * as oidc from 'openid-client'
import { applyRetention, demoAccountId, ensureDemoPerson, findAccount, newId, peopleOf, sql, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { insertClient } from '../client/queries.ts'
import '../sign-in/browser-for-tests.ts' // for names below localhost
import { acrOf } from '../level/rules.ts'
import { tellDecision, type Decision } from '../pass/decision.ts'
import { listWaiting } from '../pass/queries.ts'
import { insertPerson } from '../person/queries.ts'
import { inTown, issuerIn } from './client-for-tests.ts'

const grant = 'urn:openid:params:grant-type:ciba'
let town: Town
const pings: { authorization: string | null; body: string }[] = []
const mia = demoAccountId('aachen', 'mia')

before(async () => {
  town = await startTown({ services: ['citizen-id'] })
  // The library pings https only: the service stands in for itself here.
  const real = globalThis.fetch
  mock.method(globalThis, 'fetch', async (url: string | URL | Request, options?: RequestInit) => {
    if (!String(url).startsWith('https://counter.example/')) return await real(url, options)
    pings.push({ authorization: new Headers(options?.headers).get('authorization'), body: String(options?.body) })
    return new Response(null, { status: 204 })
  })
  const metadata = { client_name: 'Schalter', client_secret: 'a-secret-of-the-counter-that-is-long', redirect_uris: [], response_types: [], grant_types: [grant], token_endpoint_auth_method: 'client_secret_basic', scope: 'openid profile', subject_type: 'public' }
  await inTown(town, async (db) => {
    await insertClient(db, { clientId: 'poll', metadata: { ...metadata, backchannel_token_delivery_mode: 'poll' }, office: 'Bürgeramt', purpose: 'Schalter', legalBasis: 'Gesetz' })
    await insertClient(db, { clientId: 'ping', metadata: { ...metadata, backchannel_token_delivery_mode: 'ping', backchannel_client_notification_endpoint: 'https://counter.example/ping' }, office: 'Bürgeramt', purpose: 'Schalter', legalBasis: 'Gesetz' })
    await insertPerson(db, { id: mia, givenNames: 'Mia', familyName: 'Beispiel', proofedLevel: 'low', proofedBy: 'demo' })
    await db.run(sql`update citizen_id.person set user_name = 'mia.b', user_name_key = 'mia.b' where tenant_id = ${db.tenant} and id = ${mia}`)
    await db.run(sql`
      insert into citizen_id.credential (tenant_id, id, person_id, kind, name, webauthn_id, public_key, device_bound, created_at)
      values (${db.tenant}, ${newId(db.now)}, ${mia}, 'pass', 'Handy', 'of-this-test', ${Buffer.from('x')}, true, ${db.now})`)
  })
})
after(async () => {
  mock.restoreAll()
  await town.close()
})

const connect = (clientId: string) => oidc.discovery(issuerIn(town), clientId, {}, oidc.ClientSecretBasic('a-secret-of-the-counter-that-is-long'), { execute: [oidc.allowInsecureRequests] })
const begin = async (config: oidc.Configuration, parameters: Record<string, string> = {}) => await oidc.initiateBackchannelAuthentication(config, { scope: 'openid profile', login_hint: 'Mia.B', binding_message: 'Schalter 3', ...parameters })

/** The person answers on the phone. What a phone must prove is tested with the Pass. */
async function answer(decision: Decision): Promise<void> {
  const { platform } = town.running
  const [request] = await inTown(town, (db) => listWaiting(db, mia), 'read')
  assert.ok(request)
  assert.equal(request.context.clientName, 'Bürgeramt')
  assert.equal(request.context.message, 'Schalter 3')
  const tenant = platform.directory.byId('aachen')
  const ask = { platform, tenant, url: new URL(town.url('/pass', 'aachen')), now: platform.now(), write: (work: never) => inTown(town, work), read: (work: never) => inTown(town, work, 'read') }
  await inTown(town, (db) => db.run(sql`update citizen_id.pass_request set state = 'used' where tenant_id = ${db.tenant} and id = ${request.id}`))
  await tellDecision(ask as never, request, decision) // the part of a request that it reads
}
const redeem = (config: oidc.Configuration, id: string) => oidc.genericGrantRequest(config, grant, { auth_req_id: id })
const says = (code: string) => (error: unknown) => {
  assert.equal((error as oidc.ResponseBodyError).error, code)
  return true
}

test('poll: the service waits, the Pass says yes, the token says how surely and that it was the Pass', async () => {
  const config = await connect('poll')
  const begun = await begin(config, { acr_values: acrOf.substantial })
  assert.equal(begun.expires_in > 30 && begun.expires_in <= 600, true)
  await assert.rejects(redeem(config, begun.auth_req_id), says('authorization_pending'))
  await answer({ approved: true, personId: mia, level: 'substantial' })
  const tokens = await oidc.pollBackchannelAuthenticationGrant(config, { ...begun, interval: 1 })
  const claims = tokens.claims()
  assert.equal(claims?.sub, mia)
  assert.equal(claims.acr, acrOf.substantial)
  assert.ok((claims.amr as string[]).length > 0)
  assert.equal((await oidc.fetchUserInfo(config, tokens.access_token, mia)).name, 'Mia Beispiel')
  await assert.rejects(redeem(config, begun.auth_req_id), says('invalid_grant'), 'once')
  const uses = await inTown(town, (db) => db.many(sql<{ method: string }>`select method from citizen_id.use where tenant_id = ${db.tenant} and client_id = 'poll'`))
  assert.deepEqual(uses, [{ method: 'pass' }])
})

test('ping: the service is told with its own token, and fetches the answer', async () => {
  const config = await connect('ping')
  const begun = await begin(config, { client_notification_token: 'token-of-the-counter' })
  await answer({ approved: true, personId: mia, level: 'low' })
  assert.deepEqual(pings, [{ authorization: 'Bearer token-of-the-counter', body: JSON.stringify({ auth_req_id: begun.auth_req_id }) }])
  assert.equal((await redeem(config, begun.auth_req_id)).claims()?.['acr'], acrOf.low)
})

test('declined, over, unknown, and another service’s request give nothing', async () => {
  const [config, other] = await Promise.all([connect('poll'), connect('ping')])
  const declined = await begin(config)
  await answer({ approved: false })
  await assert.rejects(redeem(other, declined.auth_req_id), says('invalid_grant'))
  await assert.rejects(redeem(config, declined.auth_req_id), says('access_denied'))
  const over = await begin(config)
  await inTown(town, (db) => db.run(sql`update citizen_id.artifact set expires_at = ${db.now} where tenant_id = ${db.tenant} and kind = 'BackchannelAuthenticationRequest'`))
  await assert.rejects(redeem(config, over.auth_req_id), (error) => ['expired_token', 'invalid_grant'].includes((error as oidc.ResponseBodyError).error))
  await assert.rejects(begin(config, { login_hint: 'nobody' }), says('unknown_user_id'))
  await assert.rejects(begin(config, { binding_message: 'https://evil.example/<b>' }), says('invalid_binding_message'))
})

test('an account that is used only at other services does not end; one that nobody uses does', async () => {
  const { platform } = town.running
  const inPlatform = <T>(work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: 'aachen', service: 'platform', access: 'write', now: platform.now() }, work)
  const person = peopleOf({ platform }).find(({ key }) => key === 'mia')
  assert.ok(person)
  const long = new Date(platform.now().getTime() - 1_000 * 86_400_000)
  await inPlatform(async (db) => {
    if (!(await findAccount(db, mia))) await ensureDemoPerson(db, person)
    await db.run(sql`update platform.account set last_seen_at = ${long} where tenant_id = ${db.tenant} and id = ${mia}`)
  })
  await applyRetention(platform, 'aachen', platform.now())
  assert.ok(await inPlatform((db) => findAccount(db, mia)))
  await inTown(town, (db) => db.run(sql`update citizen_id.person set last_used_at = ${long} where tenant_id = ${db.tenant} and id = ${mia}`))
  await applyRetention(platform, 'aachen', platform.now())
  assert.equal(await inPlatform((db) => findAccount(db, mia)), undefined)
})
