import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** One open stream of server-sent events, towards one browser. */
export type EventStream = {
  /**
   * Sends an event. `data` becomes JSON. When the browser reads too slowly, only the latest event of each `key` waits, so that a stream
   * never holds more than one event for each: a receiver that needs all of them counts and asks.
   */
  send(event: string, data: unknown, key?: string): void
  /** Ends it from our side. */
  end(): void
  readonly isOpen: boolean
}

/** What a handler answers to begin one; `open` is called when the head has been sent and returns what is to be done at the end. */
export type EventsAnswer = { kind: 'events'; open(stream: EventStream): () => void }

/**
 * A stream of server-sent events (HTML standard, 9.2). It passes compression by, sends a comment every 20 seconds so that nobody in between
 * cuts the line, and ends when the process stops.
 */
export const events = (open: EventsAnswer['open']): EventsAnswer => ({ kind: 'events', open })

const heartbeatMs = 20_000
/** Whoever has read nothing for so long has gone. */
const patienceMs = 60_000

type Open = EventStream & { beat(now: number): void }
const streams = new WeakMap<FastifyInstance['server'], Set<Open>>()

/** Lets a web server keep streams: one clock for all of them, and an end for all of them before it closes. */
export function keepEventStreams(app: FastifyInstance): void {
  const open = new Set<Open>()
  streams.set(app.server, open)
  const clock = setInterval(() => {
    const now = performance.now()
    for (const stream of open) stream.beat(now)
  }, heartbeatMs).unref()
  app.addHook('preClose', async () => {
    clearInterval(clock)
    for (const stream of open) stream.end()
  })
}

/** Takes the response out of the web server's hands; security headers that were set before stay. */
export function sendEvents(app: FastifyInstance, reply: FastifyReply, { open }: EventsAnswer): void {
  reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, reply.getHeaders() as Record<string, string>) // names and values that were set as such
  raw.write(': open\n\n')
  const all = streams.get(app.server)
  const stream = streamOver(raw)
  all?.add(stream)
  const close = open(stream)
  const gone = () => {
    all?.delete(stream)
    close()
  }
  if (raw.destroyed) gone()
  else raw.once('close', gone)
}

function streamOver(raw: ServerResponse): Open {
  const waiting = new Map<string, string>()
  let blockedSince: number | undefined
  const write = (text: string) => {
    if (!raw.write(text)) blockedSince ??= performance.now()
  }
  raw.on('drain', () => {
    blockedSince = undefined
    for (const [key, text] of waiting) {
      waiting.delete(key)
      write(text)
      if (blockedSince !== undefined) return
    }
  })
  raw.on('error', () => {}) // the browser went away; `close` follows
  return {
    get isOpen() {
      return !raw.writableEnded && !raw.destroyed
    },
    send: (event, data, key = event) => {
      if (raw.writableEnded || raw.destroyed) return
      const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      if (blockedSince === undefined) write(text)
      else waiting.set(key, text)
    },
    end: () => void raw.end(),
    beat: (now) => {
      if (blockedSince === undefined) write(':\n\n')
      else if (now - blockedSince > patienceMs) raw.destroy()
    },
  }
}
