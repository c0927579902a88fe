// A town in a process of its own, so that its processor time and memory can be told from those of the load. Prints one line of JSON when it
// is ready; then answers each line of its input: `usage`, `sessions <count>`, `end`.
import { createHmac, randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { newId, sharedSecret } from '@modellregion/kernel'
import { startTown } from '@modellregion/testing'
import { hashPassword, verifyPassword } from '../../services/citizen-id/password/hash.ts'
import { savePassword } from '../../services/citizen-id/password/queries.ts'
import { userNameKey } from '../../services/citizen-id/password/user-name.ts'
import { insertPerson } from '../../services/citizen-id/person/queries.ts'
import { inTown, issuerIn, registered } from '../../services/citizen-id/provider/client-for-tests.ts'
import { providerFor } from '../../services/citizen-id/provider/instances.ts'

const people = 20
const password = 'drei-Birnen-im-Regen-48'
const back = 'https://library.example/back'

const town = await startTown({ services: ['citizen-id'], config: { role: 'web', rateLimit: 0, logLevel: 'fatal' } })
const { platform } = town.running
const issuer = issuerIn(town)
const provider = await providerFor(platform, platform.directory.byId('aachen') ?? { id: 'aachen', hosts: [] }, issuer.origin)
const client = await registered(town, { machine: true, redirectUris: back, scopes: ['profile', 'email', 'offline_access'] })
const hash = await hashPassword(password)
const ids = await inTown(town, async (db) => {
  const made: string[] = []
  for (let n = 0; n < people; n++) {
    const id = newId(platform.now())
    const name = `bench${n}`
    await insertPerson(db, { id, userName: name, userNameKey: userNameKey(name) ?? name, givenNames: 'Bench', familyName: String(n), proofedLevel: 'low', proofedBy: 'registration' })
    await savePassword(db, id, hash)
    made.push(id)
  }
  return made
})

async function grantOf(accountId: string): Promise<string> {
  const grant = new provider.Grant({ clientId: client.clientId, accountId })
  grant.addOIDCScope('openid profile email offline_access')
  return await grant.save()
}

// What the provider itself would have kept after a code was redeemed.
async function refreshToken(accountId: string): Promise<string> {
  const found = await provider.Client.find(client.clientId)
  if (!found) throw new Error('The client is not there.')
  const token = new provider.RefreshToken({ client: found, accountId, grantId: await grantOf(accountId), scope: 'openid profile email offline_access', gty: 'authorization_code', authTime: Math.floor(Date.now() / 1_000) } as never) // as its own token endpoint makes it
  return await token.save()
}

const refreshTokens: string[] = []
for (let n = 0; n < 200; n++) refreshTokens.push(await refreshToken(ids[n % ids.length] ?? ''))

// Constructor and `save` are missing in the library's types.
const SessionOf = provider.Session as unknown as new (session: object) => { jti: string; save(ttl: number): Promise<string> }

/** Signed cookies of so many sessions, each with a grant. */
async function sessions(count: number): Promise<string[]> {
  const secret = await sharedSecret(platform.database, 'citizen-id', platform.now())
  const key = createHmac('sha256', secret).update('cookies aachen').digest().toString('base64url')
  const cookies: string[] = []
  for (let n = 0; n < count; n++) {
    const accountId = ids[n % ids.length] ?? ''
    const grantId = await grantOf(accountId)
    const session = new SessionOf({ accountId, loginTs: Math.floor(Date.now() / 1_000), acr: 'http://eidas.europa.eu/LoA/low', amr: ['pwd'], jti: randomBytes(32).toString('base64url'), authorizations: { [client.clientId]: { grantId, sid: randomBytes(16).toString('base64url') } } }) // as after signing in
    await session.save(8 * 3_600)
    const pair = `mr-id=${session.jti}`
    cookies.push(`${pair}; mr-id.sig=${createHmac('sha1', key).update(pair).digest('base64url')}`)
  }
  return cookies
}

async function hashesPerCore(): Promise<number> {
  const began = process.cpuUsage()
  for (let n = 0; n < 20; n++) await verifyPassword(password, hash)
  const { user, system } = process.cpuUsage(began)
  return 20 / ((user + system) / 1e6)
}

/** Commits a row of a token a second, one after the other, with nothing around it: what the disk allows one connection. */
async function commitsPerSecond(): Promise<number> {
  await platform.database.pool.query('select 1')
  const began = performance.now()
  for (let n = 0; n < 200; n++) await inTown(town, (db) => insertPerson(db, { id: newId(platform.now()), givenNames: 'Bare', familyName: String(n), proofedLevel: 'low', proofedBy: 'registration' }))
  return 200 / ((performance.now() - began) / 1_000)
}

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)
say({ issuer: issuer.href, origin: issuer.origin, clientId: client.clientId, secret: client.secret, password, people, back, refreshTokens, hashesPerCore: await hashesPerCore(), commitsPerSecond: await commitsPerSecond() })

for await (const line of createInterface({ input: process.stdin })) {
  const [what, count = '0'] = line.split(' ')
  if (what === 'usage') {
    const { user, system } = process.cpuUsage()
    say({ cpuSeconds: (user + system) / 1e6, rss: process.memoryUsage.rss() / 1024 / 1024 })
  }
  if (what === 'sessions') say({ cookies: await sessions(Number(count)) })
  if (what === 'end') break
}
await town.close()
process.exit(0)
