import { takeEvents } from '../case/event-stream.ts'
import type { Envelope, Epoch, KeyStatement, Vault } from '../crypto/schema.ts'
import type { CaseView, DeskState, InboxEntry, OpeningRequest, PrivateNote, TextModule } from './schema.ts'

/** What the server said. `status` 0: it was not reached. `expected`: the number the next envelope must have. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly code?: string; readonly detail?: string; readonly expected?: number }

/** What an envelope does to the periods of the law, said by the sender. */
export type EnvelopeAct = 'receipt' | 'feedback' | 'close'
export type Place = { readonly town: string; readonly case: string }

const base = '/help-chat/desk/api'
const at = ({ town, case: id }: Place): string => `/cases/${encodeURIComponent(town)}/${id}`

export type DeskClient = ReturnType<typeof deskClient>

/** The routes of the desk. `csrf` protects against foreign sites; the session is the browser's own cookie. */
export function deskClient(csrf: string) {
  const ask = <T>(method: string, path: string, body?: unknown): Promise<Reply<T>> => request<T>(csrf, method, path, body)
  return {
    state: () => ask<DeskState>('GET', '/state'),
    /** Further cases of a town, the next deadline first. */
    inbox: (town: string, from: number) => ask<{ inbox: InboxEntry[]; more: boolean }>('GET', `/inbox/${encodeURIComponent(town)}?from=${from}`),
    case: (place: Place) => ask<CaseView>('GET', at(place)),
    send: (place: Place, body: { envelope: Envelope; epoch?: Epoch; act?: EnvelopeAct }) => ask<{ seq: number }>('POST', `${at(place)}/messages`, body),
    extend: (place: Place, reason: string) => ask<unknown>('POST', `${at(place)}/extend`, { reason }),
    keepKeys: (body: { town: string; statement: KeyStatement; vault: Vault }) => ask<unknown>('PUT', '/vault', body),
    openings: () => ask<{ requests: OpeningRequest[] }>('GET', '/escrow'),
    askOpening: (body: Place & { reason: string }) => ask<{ id: string }>('POST', '/escrow', body),
    release: (town: string, id: string, sealed: string) => ask<unknown>('POST', `/escrow/${id}/release`, { town, sealed }),
    withdraw: (town: string, id: string) => ask<unknown>('POST', `/escrow/${id}/withdraw`, { town }),
    calendar: () => ask<{ since: string | null }>('GET', '/calendar'),
    newCalendar: () => ask<{ url: string }>('POST', '/calendar', {}),
    endCalendar: () => ask<unknown>('DELETE', '/calendar'),
    modules: () => ask<{ modules: (TextModule & { hidden: boolean })[] }>('GET', '/modules'),
    putModule: ({ id, title, text, lane }: TextModule) => ask<unknown>('PUT', `/modules/${encodeURIComponent(id)}`, { title, text, lane }),
    deleteModule: (id: string, isShipped: boolean) => ask<unknown>('DELETE', `/modules/${encodeURIComponent(id)}${isShipped ? '?shipped=1' : ''}`),
    notes: () => ask<{ notes: PrivateNote[] }>('GET', '/notes'),
    putNote: (note: Place & { sealed: string | null }) => ask<unknown>('PUT', '/notes', note),
    upload: (place: Place, bytes: Uint8Array<ArrayBuffer>) => sendBytes(csrf, `${at(place)}/attachments`, bytes),
    download: (place: Place, id: string) => fetchBytes(`${at(place)}/attachments/${encodeURIComponent(id)}`),
    listen,
  }
}

async function request<T>(csrf: string, method: string, path: string, body?: unknown): Promise<Reply<T>> {
  try {
    const headers = { accept: 'application/json', 'x-csrf-token': csrf, ...(body !== undefined && { 'content-type': 'application/json' }) }
    const answer = await fetch(base + path, { method, headers, cache: 'no-store', redirect: 'manual', ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (answer.status === 204) return { ok: true, value: undefined as T } // routes that answer so are declared without a value
    const value: unknown = await answer.json().catch(() => undefined)
    if (answer.ok) return { ok: true, value: value as T } // the wire types of the protocol; the core checks what matters
    return { ok: false, status: answer.status, ...refusalIn(value) }
  } catch {
    return { ok: false, status: 0 }
  }
}

async function sendBytes(csrf: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reply<{ id: string }>> {
  try {
    const answer = await fetch(base + path, { method: 'POST', headers: { accept: 'application/json', 'x-csrf-token': csrf, 'content-type': 'application/octet-stream' }, body: bytes })
    const value: unknown = await answer.json().catch(() => undefined)
    return answer.ok ? { ok: true, value: value as { id: string } } : { ok: false, status: answer.status, ...refusalIn(value) } // the protocol's answer
  } catch {
    return { ok: false, status: 0 }
  }
}

async function fetchBytes(path: string): Promise<Reply<Uint8Array>> {
  try {
    const answer = await fetch(base + path, { cache: 'no-store' })
    return answer.ok ? { ok: true, value: new Uint8Array(await answer.arrayBuffer()) } : { ok: false, status: answer.status }
  } catch {
    return { ok: false, status: 0 }
  }
}

function refusalIn(value: unknown): { code?: string; detail?: string; expected?: number } {
  if (typeof value !== 'object' || value === null) return {}
  return {
    ...('code' in value && typeof value.code === 'string' && { code: value.code }),
    ...('detail' in value && typeof value.detail === 'string' && { detail: value.detail }),
    ...('expected' in value && typeof value.expected === 'number' && { expected: value.expected }),
  }
}

export type News = { readonly town: string; readonly case: string; readonly seq: number }
export type Listener = { readonly news: (news: News) => void; readonly connected: (is: boolean) => void }

/** Listens over all own cases and comes back after each break. Being connected is presence: whoever writes sees that somebody is there. */
export async function listen({ news, connected }: Listener, signal: AbortSignal): Promise<void> {
  for (let pause = 1_000; !signal.aborted; pause = Math.min(pause * 2, 30_000)) {
    try {
      const answer = await fetch(`${base}/stream`, { headers: { accept: 'text/event-stream' }, cache: 'no-store', signal })
      if (answer.status === 401 || answer.status === 403 || answer.redirected) return connected(false)
      if (!answer.ok || !answer.body) throw new Error('no stream')
      connected(true)
      pause = 1_000
      await readStream(answer.body, news)
    } catch {
      // The line broke; it is tried again below.
    }
    connected(false)
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function readStream(body: ReadableStream<Uint8Array>, news: Listener['news']): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader() // the library's type is wider than what fetch gives
  let arrived = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { events, rest } = takeEvents(arrived + part.value)
    arrived = rest
    for (const { event, data } of events) if (event === 'case') tell(data, news)
  }
}

function tell(data: string, news: Listener['news']): void {
  const value: unknown = JSON.parse(data)
  if (typeof value === 'object' && value !== null && 'town' in value && 'case' in value && 'seq' in value) news({ town: String(value.town), case: String(value.case), seq: Number(value.seq) })
}
