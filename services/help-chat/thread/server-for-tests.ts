import { Agent, request, type IncomingMessage } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boot, demoAccountId, keepTenant, readConfig, type Config, type Running, type UnitOfWork } from '@modellregion/kernel'
import { root, temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { giveChallenge } from './work.ts'
import { beginning, hire, newPerson, type Talk, type TestConfidant } from './parties-for-tests.ts'
import { solveWork } from '../crypto/work.ts'

// A web process of this service alone, without demonstration data and without a browser.

export const tenant = 'erlenau'

export type TestServer = {
  readonly running: Running
  readonly temporary: TemporaryDatabase
  readonly vera: TestConfidant
  readonly viktor: TestConfidant
  unit<T>(work: (db: UnitOfWork) => Promise<T>, town?: string): Promise<T>
  /** Another process on the same database. */
  another(): Promise<Running>
  close(): Promise<void>
}

export type BareServer = Pick<TestServer, 'running' | 'temporary' | 'another' | 'close'> & { readonly config: Config }

/** The process and its database, with the three towns of the tests and without confidants. `settings` of the installation that differ. */
export async function bootTown({ now, settings = {} }: { now?: () => Date; settings?: Partial<Config> } = {}): Promise<BareServer> {
  const temporary = await temporaryDatabase(now ? { now } : {})
  const data = mkdtempSync(join(tmpdir(), 'modellregion-help-chat-'))
  const { appUrl, ownerUrl, jobsUrl } = temporary
  const config = {
    ...readConfig({ env: {}, options: { config: undefined, data, port: '0', services: undefined }, root: data }),
    services: ['help-chat'],
    database: { url: appUrl, ownerUrl, jobsUrl, listenUrl: appUrl, poolSize: 10 },
    demo: true,
    role: 'web' as const,
    logLevel: 'error' as const,
    ...settings,
  }
  const start = () => boot({ config, root, ...(now && { now }) })
  const running = await start()
  for (const town of Object.values(testTenants)) await keepTenant(running.platform, { ...town, services: ['help-chat'], hosts: [`${town.id}.localhost`] })
  await running.platform.directory.refresh()
  const others: Running[] = []
  const another = async (): Promise<Running> => {
    const other = await start()
    let isOpen = true
    const close = async () => {
      if (isOpen) await other.close()
      isOpen = false
    }
    others.push({ ...other, close })
    return { ...other, close }
  }
  const close = async () => {
    for (const one of [running, ...others]) await one.close()
    await temporary.close()
    rmSync(data, { recursive: true, force: true })
  }
  return { running, temporary, config, another, close }
}

/** The same with two confidants who can sign in. */
export async function startServer(options: { now?: () => Date } = {}): Promise<TestServer> {
  const bare = await bootTown(options)
  const { platform } = bare.running
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>, town = tenant) => platform.database.unit({ tenant: town, service: 'help-chat', access: 'write', now: platform.now() }, work)
  const hired = (key: string) => unit((db) => hire(db, { accountId: demoAccountId(tenant, key) }))
  return { ...bare, unit, vera: await hired('vera'), viktor: await hired('viktor') }
}

export type Answered = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly bytes: Buffer; json(): unknown }
type Wish = { method?: string; headers?: Record<string, string>; body?: unknown; bytes?: Buffer; town?: string; agent?: Agent }

const open = (port: number, path: string, { method = 'GET', headers = {}, body, bytes, town = tenant, agent }: Wish): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const payload = bytes ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)))
    const type = bytes ? 'application/octet-stream' : 'application/json'
    const asking = request({ host: '127.0.0.1', port, path, method, ...(agent && { agent }), headers: { host: `${town}.localhost`, accept: 'application/json', ...(payload && { 'content-type': type, 'content-length': payload.length }), ...headers } }, resolve)
    asking.on('error', reject)
    asking.end(payload)
  })

/** Asks a town of a server on this machine. */
export async function ask(port: number, path: string, wish: Wish = {}): Promise<Answered> {
  const answer = await open(port, path, wish)
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer) // no encoding is set, so these are bytes
  const all = Buffer.concat(parts)
  return { status: answer.statusCode ?? 0, headers: answer.headers, bytes: all, json: () => JSON.parse(all.toString()) as unknown }
}

export type Listening = { readonly headers: IncomingMessage['headers']; readonly events: { event: string; data: unknown }[]; next(event: string, fits?: (data: never) => boolean): Promise<unknown>; readonly ended: Promise<void>; /** Until more has arrived. */ woken(): Promise<void>; close(): void }

/** An open stream of events. `next` waits for one, also one that has come already, and takes it away. */
export async function listenTo(port: number, path: string, wish: Wish = {}): Promise<Listening> {
  const answer = await open(port, path, { ...wish, agent: new Agent() })
  const seen: { event: string; data: unknown }[] = []
  let wake = () => {}
  let rest = ''
  answer.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event] = /^event: (.*)$/m.exec(block) ?? []
      const [, data = 'null'] = /^data: (.*)$/m.exec(block) ?? []
      if (event !== undefined) seen.push({ event, data: JSON.parse(data) })
    }
    wake()
  })
  const ended = new Promise<void>((resolve) => answer.once('close', resolve))
  return {
    headers: answer.headers,
    events: seen,
    ended,
    woken: () => new Promise((resolve) => (wake = resolve)),
    close: () => answer.destroy(),
    next: async (event, fits = () => true) => {
      const giveUp = performance.now() + 15_000
      for (;;) {
        const at = seen.findIndex((one) => one.event === event && fits(one.data as never)) // the test names what it waits for
        if (at !== -1) return seen.splice(at, 1)[0]?.data
        if (performance.now() > giveUp) throw new Error(`No event "${event}" within 15 seconds, but ${JSON.stringify(seen)}.`)
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, 200)
        })
      }
    },
  }
}

export type SignedIn = { readonly cookie: string; readonly token: string; readonly headers: Record<string, string> }

/** Signs a fictional person in by the kernel's own page; the token is for what the island sends. */
export async function signIn(port: number, person: string, town = tenant): Promise<SignedIn> {
  const jar = new Map<string, string>()
  const keep = ({ headers }: Answered) => {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const tokenIn = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const page = await ask(port, '/sign-in', { town, headers: { accept: 'text/html' } })
  keep(page)
  const form = Buffer.from(new URLSearchParams({ _csrf: tokenIn(page.bytes.toString()), return: '/account' }).toString())
  keep(await ask(port, `/sign-in/demo/${person}`, { town, method: 'POST', bytes: form, headers: { cookie: cookies(), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' } }))
  const account = await ask(port, '/account', { town, headers: { cookie: cookies(), accept: 'text/html' } })
  keep(account)
  const token = tokenIn(account.bytes.toString())
  return { cookie: cookies(), token, headers: { cookie: cookies(), 'x-csrf-token': token } }
}

/** Begins a case over HTTP, with real work. */
export async function begin(server: TestServer, more: { readers?: readonly TestConfidant[]; holders?: readonly TestConfidant[]; threshold?: number; port?: number } = {}): Promise<{ talk: Talk; authorization: string; answer: Answered }> {
  const { port } = server.running
  const person = await newPerson()
  const work = await solveWork(await giveChallenge(server.running.platform, tenant))
  const { body, talk } = await beginning(tenant, person, work, { readers: more.readers ?? [server.vera], ...(more.holders && { holders: more.holders }), ...(more.threshold && { threshold: more.threshold }) })
  const answer = await ask(more.port ?? port, '/help-chat/app/case', { method: 'POST', body })
  return { talk, authorization: `Case ${person.lookup}`, answer }
}
