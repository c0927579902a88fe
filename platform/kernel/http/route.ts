import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { Static, TSchema } from 'typebox'
import type { Say, Words, Dictionary, Locale } from '../i18n/index.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { FormResult } from '../forms/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { SessionDoor } from '../identity/session-door.ts'
import type { Tenant } from '../tenancy/index.ts'
import type { Platform } from '../boot/platform.ts'
import type { Answer } from './answer.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A title that exists in every language: the key of a word. The kernel refuses to start without it. */
export type Title = { words: Words<Dictionary>; key: string }
export const title = <De extends Dictionary>(words: Words<De>, key: keyof De & string): Title => ({ words: words as unknown as Words<Dictionary>, key }) // keys are checked here, the registry reads them by name

/** An uploaded file, streamed; nothing is kept unless the handler stores it. */
export type Upload = { field: string; name: string; declaredType: string; content: Readable }

/** Everything a handler may know about the request. Reading and writing go through units of work. */
export type Ask<P = unknown, Q = unknown, B = unknown, S = undefined> = {
  readonly tenant: Tenant
  readonly actor: Actor
  readonly locale: Locale
  /** The moment of the request; the development bar can travel in time. */
  readonly now: Date
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The thing the address names, loaded before access was asked. */
  readonly subject: S
  /** Path and query as asked, for links that change one part. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The words of a room in the reader's language and form of address. */
  say<De extends Dictionary>(words: Words<De>): Say<De>
  /** One repeatable reading transaction of this service in this town. */
  read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** One repeatable writing transaction. */
  write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** May the person do this? For buttons; the route itself is guarded by `access`. */
  may(permission: string, subject?: unknown): boolean
  /** The hidden field that protects a form against foreign sites. */
  csrf(): string
  /** Parses the form fields by the schema; refusals stand beside their field and what was typed is kept. */
  form<F extends TSchema>(schema: F): FormResult<Static<F>>
  /** Files of a multipart form, in order. */
  uploads(): AsyncIterable<Upload>
  /** Every form field as it was sent, for protocols whose names of fields no schema knows. Of a multipart form: those that have arrived so far. */
  fields(): ReadonlyMap<string, readonly unknown[]>
  /** Signing in and out, and what is remembered until the next request. */
  readonly session: SessionDoor
  /** A name for the caller's network, another one each day; never an address. For limits. */
  network(): Promise<string>
  /** Writes a failure that the answer survives into the log, under the number of this request. `what` names no people. */
  complain(error: unknown, what: string): void
  /** Node's own request and response, for protocol libraries that read cookies and headers themselves. Nobody else needs them. */
  readonly native: { readonly request: IncomingMessage; readonly response: ServerResponse }
  /** What the process offers: ports, files, jobs. */
  readonly platform: Platform
}

type SchemaOf<T> = T extends TSchema ? Static<T> : unknown

export type RouteOptions<P extends TSchema, Q extends TSchema, B extends TSchema, S> = {
  /** Permission id of the service's access rules, or 'anyone'. Required: an omission stops the start. */
  access: string
  params?: P
  query?: Q
  /** JSON body of an API. Forms are read with `ask.form`. */
  body?: B
  subject?: (db: UnitOfWork, params: SchemaOf<P>, now: Date) => Promise<S>
  /** Required for pages. */
  title?: Title
  /** Documented in /openapi.json when present. */
  api?: { summary: string; tag?: string; answers?: Record<number, TSchema>; description?: string }
  /** Bytes; default 1 MiB. */
  bodyLimit?: number
  rate?: { max: number; per: 'second' | 'minute' | 'hour' }
  /** Machine clients with tokens send no form token. */
  csrf?: false
  /**
   * `text` hands the body over as text whatever its type, for protocols that answer a broken body in their own words. Multipart forms are
   * still streamed: `uploads()`. `stream` hands over a Readable of the bytes, cut off with an error behind `bodyLimit`.
   */
  bodyAs?: 'text' | 'stream'
  /** Programs in other sites' pages may read the answers (CORS, with any origin and without cookies). For public data only. */
  cors?: true
  /** Seconds the answer may be kept by shared caches when nobody is signed in. */
  cacheFor?: number
  /**
   * Leaves nothing behind, for whoever must not be found: the session cookie is not read and no cookie is set, no request is logged or
   * counted, and no limit remembers an address. Only with access 'anyone'; forms of such a route carry no token.
   */
  traceless?: true
  /** Answers when the service is switched off in a town too (protocol endpoints of the kernel). */
  everyTown?: true
}

/** One route, ready for the registry. */
export type Route = RouteOptions<TSchema, TSchema, TSchema, unknown> & {
  method: Method
  path: string
  /** File and line of the declaration, for the registry's complaints. */
  at: string
  handle: (ask: Ask<never, never, never, never>) => Promise<Answer> | Answer
}

type Handler<P extends TSchema, Q extends TSchema, B extends TSchema, S> = (
  ask: Ask<SchemaOf<P>, SchemaOf<Q>, SchemaOf<B>, S>,
) => Promise<Answer> | Answer

function route(method: Method) {
  return <P extends TSchema = TSchema, Q extends TSchema = TSchema, B extends TSchema = TSchema, S = undefined>(
    path: string,
    options: RouteOptions<P, Q, B, S>,
    handle: Handler<P, Q, B, S>,
  ): Route => ({ ...options, method, path, handle, at: callSite() }) as unknown as Route // the registry calls it with the types declared here
}

// The frame above `route`'s inner function is the line that declares the route.
function callSite(): string {
  const frame = new Error().stack?.split('\n')[3] ?? ''
  return /(?:file:\/\/)?([^\s()]+:\d+):\d+\)?$/.exec(frame)?.[1] ?? 'unknown place'
}

export const get = route('GET')
export const post = route('POST')
export const put = route('PUT')
export const patch = route('PATCH')
export const del = route('DELETE')
