import type { IncomingMessage } from 'node:http'
import { createHash } from 'node:crypto'
import type { EngineCall } from '@modellregion/kernel'
import { authenticate } from '../../ingest/credentials.ts'
import { heardOf } from '../../ingest/heard.ts'
import { anybody, type Caller } from '../caller.ts'
import { refusal } from '../refusal.ts'
import { answerRequest } from './answer.ts'
import { refused } from './refused.ts'
import type { Answer, Request, Site, Version } from './exchange.ts'

/** Larger bodies are refused: a table of observations comes in pieces. */
export const largestBody = 4 * 1_048_576

/** Answers one HTTP request below `/sensorthings`. */
export async function answerHttp({ platform, tenant, origin, request, response }: EngineCall, findCaller = callerOfSource({ platform, tenant })): Promise<void> {
  // Programs on any page may read what everybody may read: no cookie counts here, so there is nothing to steal.
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-expose-headers', 'location, etag')
  response.setHeader('cross-origin-resource-policy', 'cross-origin')
  response.setHeader('vary', 'authorization')
  const [address = '', query = ''] = splitOnce(request.url ?? '', '?')
  const [, version, path = ''] = /^\/sensorthings\/(v1\.1|v1\.0)(?:\/(.*))?$/.exec(address) ?? []
  let answer: Answer
  try {
    if (request.method === 'OPTIONS') answer = { status: 204, headers: preflight }
    else if (!isVersion(version)) throw refusal(404, 'not-found', 'SensorThings is served below /sensorthings/v1.1.')
    else {
      const caller = await callerOf(request, findCaller)
      const site: Site = { platform, tenant, caller, origin, version }
      answer = await answerRequest(site, wish(request, path.replace(/\/$/, ''), query))
    }
  } catch (error) {
    answer = refused(error)
  }
  send(request, response, answer)
}

const isVersion = (text: string | undefined): text is Version => text === 'v1.1' || text === 'v1.0'
const splitOnce = (text: string, sign: string): [string, string] => (text.includes(sign) ? [text.slice(0, text.indexOf(sign)), text.slice(text.indexOf(sign) + 1)] : [text, ''])
const preflight = { allow: 'GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS', 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': 'authorization, content-type, prefer', 'access-control-max-age': '86400' }

type FindCaller = (authorization: string | undefined) => Promise<Caller | undefined>
const callerOfSource =
  ({ platform, tenant }: Pick<EngineCall, 'platform' | 'tenant'>): FindCaller =>
  async (authorization) => {
    const source = await authenticate(platform, tenant.id, authorization)
    if (source) heardOf(platform).note(tenant.id, source.name)
    return source
  }

/** Whoever names a credential that is none is told so: silently fewer data would be taken for all there are. */
async function callerOf({ headers }: IncomingMessage, findCaller: FindCaller): Promise<Caller> {
  if (!headers.authorization) return anybody
  const caller = await findCaller(headers.authorization)
  if (!caller) throw refusal(401, 'credential', 'This credential is unknown or was revoked. Ask the town for a new one, or leave it out to read what is public.')
  return caller
}

const wish = (request: IncomingMessage, path: string, query: string): Request => ({
  method: request.method ?? 'GET',
  path,
  query,
  contentType: request.headers['content-type'] ?? '',
  prefer: String(request.headers['prefer'] ?? ''),
  body: () => bodyOf(request),
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > largestBody) throw refusal(413, 'too-large', `A body may have ${largestBody} bytes. Send several requests.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function send(request: IncomingMessage, response: EngineCall['response'], { status, headers = {}, body, text }: Answer): void {
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body))
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (content === undefined) return void response.writeHead(status).end()
  if (!response.hasHeader('content-type')) response.setHeader('content-type', text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8')
  response.setHeader('cache-control', request.headers.authorization ? 'private, no-store' : 'no-cache')
  if (request.method === 'GET' && status === 200) {
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
    response.setHeader('etag', tag)
    if (request.headers['if-none-match']?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, '') === tag)) return void response.writeHead(304).end()
  }
  response.setHeader('content-length', Buffer.byteLength(content))
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : content)
}
