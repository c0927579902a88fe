import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import type { Json } from './json.ts'
import { anybody, type Caller } from './caller.ts'
import { answerHttp } from './server/http.ts'

export type Served = { readonly status: number; readonly json: Json; readonly text: string; readonly headers: Headers }
export type Fixture = {
  readonly temporary: TemporaryDatabase
  readonly platform: Platform
  readonly origin: string
  readonly tenant: typeof testTenants.erlenau
  write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** Below the version; options are encoded. */
  get(path: string, options?: Readonly<Record<string, string>>, as?: string): Promise<Served>
  send(method: string, path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Served>
  close(): Promise<void>
}

/** Callers of the tests: `authorization: Test <name>`. */
export const testCallers: Readonly<Record<string, Caller>> = {
  writer: { id: 'writer', audiences: ['public', 'school', 'staff'], schoolId: null, mayWrite: true },
  school: { id: 'school', audiences: ['public', 'school'], schoolId: 1, mayWrite: false },
  reader: { id: 'reader', audiences: ['public', 'school', 'staff'], schoolId: null, mayWrite: false },
}

/** The engine over a real database and a real HTTP server, without the rest of the platform. */
export async function openFixture(): Promise<Fixture> {
  const temporary = await temporaryDatabase()
  const tenant = testTenants.erlenau
  let at = Date.parse(testMoment)
  // The engine asks the platform for no more than this.
  const platform = { database: temporary.database, now: () => new Date((at += 1_000)), config: { https: false, port: 8080 }, live: { tell: () => {}, hear: () => () => {} } } as unknown as Platform
  const findCaller = async (authorization: string | undefined): Promise<Caller | undefined> => (authorization === undefined ? anybody : testCallers[authorization.replace('Test ', '')])
  const server = createServer((request, response) => {
    void answerHttp({ platform, tenant, locale: 'en', origin, request, response }, findCaller).catch((error: Error) => response.writeHead(500).end(String(error.stack)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (method: string, path: string, init: RequestInit): Promise<Served> => {
    const answer = await fetch(/^https?:/.test(path) ? path : `${origin}/sensorthings/${/^v1\.\d/.test(path) ? '' : 'v1.1/'}${path}`, { method, ...init })
    const text = await answer.text()
    if (answer.status === 500) throw new Error(text)
    return { status: answer.status, text, json: /json/.test(answer.headers.get('content-type') ?? '') && text !== '' ? (JSON.parse(text) as Json) : {}, headers: answer.headers }
  }
  return {
    temporary,
    platform,
    origin,
    tenant,
    write: (work) => temporary.unit(tenant.id, 'smart-school', work),
    get: (path, options = {}, as) => {
      const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
      return ask('GET', query ? `${path}?${query}` : path, { headers: as ? { authorization: `Test ${as}` } : {} })
    },
    send: (method, path, body, headers = {}) =>
      ask(method, path, { headers: { authorization: 'Test writer', 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }) }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await temporary.close()
    },
  }
}
