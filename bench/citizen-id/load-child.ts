// Signs in again and again from a process of its own: `node load-child.ts <what> <seconds> <at once> <server as JSON>`. Prints one line of JSON.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { softAuthenticator, type SoftAuthenticator } from '../../services/citizen-id/pass/authenticator-for-tests.ts'
import { islandProps, type CeremonyProps } from '../../services/citizen-id/passkey/page-for-tests.ts'
import { plainBrowser } from '../../services/citizen-id/sign-in/browser-for-tests.ts'
import type { Server } from './server.ts'

const [what = '', seconds = '1', atOnce = '1', file = ''] = process.argv.slice(2)
const server = JSON.parse(readFileSync(file, 'utf8')) as Server & { cookies?: string[] } // written by server.ts
const { host, port } = new URL(server.origin)
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const basic = `Basic ${Buffer.from(`${encodeURIComponent(server.clientId)}:${encodeURIComponent(server.secret)}`).toString('base64')}`

type Answer = { status: number; location: string; cookies: string[]; text: string }

function ask(path: string, { form, cookie = '', authorization }: { form?: Record<string, string>; cookie?: string; authorization?: string } = {}): Promise<Answer> {
  const body = form === undefined ? undefined : new URLSearchParams(form).toString()
  return new Promise((resolve, reject) => {
    const headers = { host, accept: 'text/html', 'accept-language': 'de', cookie, ...(authorization !== undefined && { authorization }), ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) }
    const sent = request({ agent, host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', cookies: response.headers['set-cookie'] ?? [], text }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

const challenge = createHash('sha256').update('verifier').digest('base64url')
const authorization = `/id/auth?${new URLSearchParams({ client_id: server.clientId, redirect_uri: server.back, response_type: 'code', scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256' })}`
const pathOf = (address: string) => new URL(address, server.origin).pathname

/** A whole sign-in as a browser makes it, until the provider knows the person and asks for consent. `answer` fills the form of a way in. */
async function signIn(way: string, answer: (page: string) => Record<string, string>): Promise<boolean> {
  const jar = new Map<string, string>()
  const keep = ({ cookies }: Answer) => {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair)
    }
  }
  const open = async (path: string, form?: Record<string, string>) => {
    const got = await ask(path, { cookie: [...jar.values()].join('; '), ...(form && { form }) })
    keep(got)
    return got
  }
  const begun = await open(authorization)
  const at = pathOf(begun.location)
  const page = await open(way === 'passkey' ? `${at}/passkey` : at)
  const sent = await open(`${at}/${way}`, { _csrf: /name="_csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '', ...answer(page.text) })
  if (sent.status !== 303) return false
  const done = await open(pathOf(sent.location))
  return done.status === 303 && done.location.endsWith('/consent')
}

async function withKeys(): Promise<SoftAuthenticator[]> {
  const devices: SoftAuthenticator[] = []
  for (const person of ['mia', 'eva', 'otto']) {
    const device = softAuthenticator(server.origin)
    const browser = plainBrowser()
    await browser.open(`${server.origin}/sign-in?return=${encodeURIComponent('/citizen-id/devices/new')}`)
    await browser.send(`/demo/${person}`)
    await browser.send('/devices/new', { name: 'Laptop', answer: device.create(islandProps<CeremonyProps>(browser.page.text, 'passkey-ceremony').options) })
    devices.push(device)
  }
  return devices
}

const devices = what === 'passkey' ? await withKeys() : []
const works: Record<string, (n: number) => Promise<boolean>> = {
  password: (n) => signIn('password', () => ({ userName: `bench${n % server.people}`, password: server.password })),
  passkey: (n) => signIn('passkey', (page) => ({ answer: devices[n % devices.length]?.use(islandProps<CeremonyProps>(page, 'passkey-ceremony').options, { counter: 0 }) ?? '' })),
  client: async () => (await ask('/id/token', { authorization: basic, form: { grant_type: 'client_credentials' } })).status === 200,
  refresh: async (n) => (await ask('/id/token', { authorization: basic, form: { grant_type: 'refresh_token', refresh_token: server.refreshTokens[n % server.refreshTokens.length] ?? '' } })).status === 200,
  session: async (n) => (await ask(`${authorization}&prompt=none`, { cookie: server.cookies?.[n % server.cookies.length] ?? '' })).location.includes('code='),
}
const work = works[what]
if (!work) throw new Error(`There is no load "${what}".`)

let next = Math.floor(randomBytes(2).readUInt16BE() / 2)
const times: number[] = []
let failed = 0
const began = performance.now()
const until = began + Number(seconds) * 1_000
const most = what === 'session' ? (server.cookies?.length ?? 0) : Infinity
let done = 0

async function again(): Promise<void> {
  while (performance.now() < until && done < most) {
    done++
    const from = performance.now()
    if (await work?.(next++)) times.push(performance.now() - from)
    else failed++
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, again))
const took = (performance.now() - began) / 1_000
times.sort((a, b) => a - b)
process.stdout.write(JSON.stringify({ count: times.length, perSecond: times.length / took, failed, p50: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }))
agent.destroy()
