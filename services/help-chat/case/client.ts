import type { Challenge, Envelope, Epoch, PublicKeys, Work } from '../crypto/schema.ts'
import type { CaseView, Directory, Ticket } from './schema.ts'
import { takeEvents } from './event-stream.ts'

/** What the server said. `status` 0: it was not reached. `expected` comes with 409: the number the next envelope must have. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly code?: string; readonly expected?: number }

const base = '/help-chat/app'

// No cookie goes along and nothing is kept: whoever reads here is nobody to the server but for the look-up in the header.
const quietly = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const
const named = (lookup: string): Record<string, string> => ({ authorization: `Case ${lookup}` })

export const askDirectory = (): Promise<Reply<Directory>> => ask('GET', '/directory')
export const askChallenge = (): Promise<Reply<{ challenge: Challenge }>> => ask('POST', '/challenge', {}, {})
export const askTicket = (): Promise<Reply<{ ticket: Ticket }>> => ask('POST', '/ticket', {}, {})
export const startCase = (body: NewCase): Promise<Reply<{ received: string }>> => ask('POST', '/case', {}, body)
export const readCase = (lookup: string): Promise<Reply<CaseView>> => ask('GET', '/case', named(lookup))
export const postEnvelope = (lookup: string, body: { envelope: Envelope; epoch?: Epoch }): Promise<Reply<{ seq: number }>> => ask('POST', '/case/messages', named(lookup), body)
export const declareReport = (lookup: string, envelope: Envelope): Promise<Reply<{ seq: number }>> => ask('POST', '/case/report', named(lookup), { envelope })
export const eraseCase = (lookup: string): Promise<Reply<undefined>> => ask('POST', '/case/erase', named(lookup), {})
export const sendSurvey = (lookup: string, answers: Readonly<Record<string, string>>): Promise<Reply<undefined>> => ask('POST', '/case/survey', named(lookup), { answers })

/** What a start is paid with: calculating, or waiting. */
export type Paid = Work | { readonly ticket: Ticket }
export type NewCase = { work: Paid; case: string; lookup: string; keys: PublicKeys; epoch: Epoch; envelope: Envelope; topic: string }

async function ask<T>(method: 'GET' | 'POST', path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Reply<T>> {
  try {
    const answer = await fetch(base + path, {
      method,
      ...quietly,
      headers: { accept: 'application/json', ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (answer.status === 204) return { ok: true, value: undefined as T } // routes that answer so are declared with `undefined`
    const value: unknown = await answer.json().catch(() => undefined)
    if (answer.ok && value !== undefined) return { ok: true, value: value as T } // the wire types of the protocol; the core checks what matters
    return { ok: false, status: answer.ok ? 502 : answer.status, ...refusalIn(value) }
  } catch {
    return { ok: false, status: 0 }
  }
}

// RFC 9457: the code stands at the end of the type.
function refusalIn(value: unknown): { code?: string; expected?: number } {
  if (typeof value !== 'object' || value === null) return {}
  const code = 'type' in value && typeof value.type === 'string' ? /\.([a-z-]+)$/.exec(value.type)?.[1] : undefined
  return { ...(code !== undefined && { code }), ...('expected' in value && typeof value.expected === 'number' && { expected: value.expected }) }
}

/** Uploads sealed bytes. `fetch` cannot say how far it has come, so this is the older way. `tell` hears a share from 0 to 1. */
export function uploadBytes(lookup: string, bytes: Uint8Array<ArrayBuffer>, tell: (share: number) => void, signal: AbortSignal): Promise<Reply<{ id: string }>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${base}/case/attachments`)
    request.responseType = 'json'
    request.setRequestHeader('authorization', `Case ${lookup}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const value = request.response as { id: string } | null // the protocol's answer
      resolve(request.status === 201 && value ? { ok: true, value } : { ok: false, status: request.status, ...refusalIn(value) })
    })
    for (const end of ['error', 'abort'] as const) request.addEventListener(end, () => resolve({ ok: false, status: 0 }))
    signal.addEventListener('abort', () => request.abort())
    request.send(bytes)
  })
}

export async function downloadBytes(lookup: string, id: string): Promise<Reply<Uint8Array>> {
  try {
    const answer = await fetch(`${base}/case/attachments/${encodeURIComponent(id)}`, { ...quietly, headers: named(lookup) })
    return answer.ok ? { ok: true, value: new Uint8Array(await answer.arrayBuffer()) } : { ok: false, status: answer.status }
  } catch {
    return { ok: false, status: 0 }
  }
}

export type Listener = { readonly seq: (last: number) => void; readonly presence: (isOnline: boolean) => void }

/** Listens until the line breaks or `signal` ends it. Not `EventSource`: that one cannot send the header. */
export async function followCase(lookup: string, listener: Listener, signal: AbortSignal): Promise<void> {
  const answer = await fetch(`${base}/case/stream`, { ...quietly, headers: { accept: 'text/event-stream', ...named(lookup) }, signal })
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}.`)
  let arrived = ''
  const reader = answer.body.getReader()
  const decoder = new TextDecoder()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { events, rest } = takeEvents(arrived + decoder.decode(part.value, { stream: true }))
    arrived = rest
    for (const { event, data } of events) {
      const value: unknown = JSON.parse(data)
      if (event === 'seq' && typeof value === 'number') listener.seq(value)
      if (event === 'presence' && typeof value === 'object' && value !== null && 'online' in value) listener.presence(value.online === true)
    }
  }
}
