import { body, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { isObject } from './attributes.ts'
import { applyUser } from './apply.ts'
import { findToken, touchToken } from './queries.ts'
import { errorResponse, etagOf } from './resource.ts'
import type { Read, ScimProblem, Token } from './schema.ts'
import { bearerOf, tokenHash } from './token.ts'

const mediaType = 'application/scim+json'
const minute = 60_000
/** So many accounts follow within the request; the rest follow by the job that was ordered with the change. */
const mostAtOnce = 20

export type ScimAsk = Pick<Ask, 'platform' | 'tenant' | 'read' | 'write' | 'url' | 'headers' | 'now' | 'body'>

export const scim = (content: unknown, status = 200, headers: Record<string, string> = {}): Answer => body(mediaType, JSON.stringify(content), { status, headers: { 'cache-control': 'no-store', ...headers } })
export const noContent = (): Answer => body(mediaType, '', { status: 204, headers: { 'cache-control': 'no-store' } })
export const scimError = (problem: ScimProblem, headers: Record<string, string> = {}): Answer => scim(errorResponse(problem), problem.status, headers)
export const notFound = (what: string): Answer => scimError({ status: 404, detail: `There is no such ${what}.` })

/** Address of the interface, as the directory asked it. */
export const baseOf = ({ url }: Pick<Ask, 'url'>): string => `${url.origin}/scim/v2`

/** Lets in whoever brings a token of this town that allows it, and answers everybody else after RFC 6750 and RFC 7644, 3.12. */
export async function withToken(ask: ScimAsk, scope: 'read' | 'write', work: (token: Token) => Promise<Answer>): Promise<Answer> {
  const bearer = bearerOf(ask.headers['authorization'])
  const token = bearer === undefined ? undefined : await ask.read((db) => findToken(db, tokenHash(bearer)))
  if (!token) return scimError({ status: 401, detail: 'A valid bearer token of this town is required.' }, { 'www-authenticate': `Bearer realm="scim"${bearer === undefined ? '' : ', error="invalid_token"'}` })
  if (scope === 'write' && token.scope === 'read') return scimError({ status: 403, detail: 'This token may only read.' }, { 'www-authenticate': 'Bearer realm="scim", error="insufficient_scope"' })
  if (token.lastUsedAt === null || ask.now.getTime() - token.lastUsedAt.getTime() > minute) await ask.write((db) => touchToken(db, token.id))
  return await work(token)
}

/** The body as JSON, or the answer that says why it is none. */
export function readBody(ask: Pick<Ask, 'body' | 'headers'>): Read<Readonly<Record<string, unknown>>> {
  const type = (ask.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== mediaType && type !== 'application/json') return { ok: false, problem: { status: 415, detail: `The body must be ${mediaType}.` } }
  const value = parsed(typeof ask.body === 'string' ? ask.body : '')
  return isObject(value) ? { ok: true, value } : { ok: false, problem: { status: 400, scimType: 'invalidSyntax', detail: 'The body is no JSON object.' } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown // its shape is checked by the reader of each resource
  } catch {
    return undefined
  }
}

/** Versions of `If-Match`; undefined: any version. A list that names none of ours matches nothing. */
export function versionsOf(header: string | undefined): number[] | undefined {
  if (header === undefined || header.trim() === '*') return undefined
  return [...header.matchAll(/(?:W\/)?"(\d{1,9})"/g)].map(([, version]) => Number(version))
}

/** One resource, or 304 when the directory has this version. */
export function oneResource(ask: Pick<Ask, 'headers'>, resource: Record<string, unknown>, version: number, status = 200): Answer {
  const known = ask.headers['if-none-match']
  const etag = etagOf(version)
  if (status === 200 && known !== undefined && (versionsOf(known) ?? [version]).includes(version)) return body(mediaType, '', { status: 304, headers: { etag, 'cache-control': 'no-store' } })
  const meta = resource['meta']
  const location = isObject(meta) && typeof meta['location'] === 'string' ? meta['location'] : undefined
  return scim(resource, status, { etag, ...(status === 201 && location !== undefined && { location }) })
}

/** The accounts follow at once, so that a leaver is out when the directory has its answer. What fails here is repeated by the job. */
export async function follow(ask: Pick<Ask, 'platform' | 'tenant'>, ids: readonly string[]): Promise<void> {
  for (const id of ids.slice(0, mostAtOnce)) await applyUser(ask.platform, ask.tenant, id)
}

/** Does the change and, when it stands, lets the accounts follow. */
export async function change<T>(ask: ScimAsk, work: (db: UnitOfWork) => Promise<Read<T>>, touched: (value: T) => readonly string[], answer: (value: T) => Answer): Promise<Answer> {
  const outcome = await ask.write(work)
  if (!outcome.ok) return scimError(outcome.problem)
  await follow(ask, touched(outcome.value))
  return answer(outcome.value)
}
