/** Bytes to graph: peek, choose, transcode, guard, parse. Every expected failure is a `Refusal`. */
import { once } from 'node:events'
import type { Transform } from 'node:stream'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { StreamParser } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { refuse, RefusalError } from '../dcat/refusals.ts'
import type { Refusal } from '../dcat/refusals.ts'
import { createGraph } from './graph.ts'
import type { Graph, ParsedQuad } from './graph.ts'
import { guarded } from './guard.ts'
import { defaultLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import { chooseFormat } from './sniff.ts'
import type { RdfFormat } from './sniff.ts'
import { peek, toUtf8, wholeCharacters } from './text-stream.ts'
import type { ByteSource } from './text-stream.ts'

export type ParseOptions = {
  /** What the sender claims (Content-Type, file name); without it the bytes decide. */
  readonly format?: RdfFormat
  /** Against which relative IRIs are resolved: the address the file came from. */
  readonly baseIRI?: string
  readonly limits?: Partial<Limits>
  readonly signal?: AbortSignal
}

export type Parsed = { readonly ok: true; readonly graph: Graph; readonly format: RdfFormat } | { readonly ok: false; readonly refusal: Refusal }

/** Reads a whole RDF file into a compact graph, within limits. Never throws for what the file contains. */
export async function parseRdf(source: ByteSource, options: ParseOptions = {}): Promise<Parsed> {
  const limits = { ...defaultLimits, ...options.limits }
  try {
    const { head, all } = await peek(interruptible(source, options.signal), 1024)
    const format = chooseFormat(head, options.format)
    if (typeof format !== 'string') {
      await all.return(undefined)
      return { ok: false, refusal: format }
    }
    const bytes = format === 'json-ld' ? Math.min(limits.bytes, limits.jsonBytes) : limits.bytes
    const chunks = guarded(wholeCharacters(toUtf8(head, all), bytes), format, limits)
    const graph = createGraph(limits)
    const refusal = await feed(chunks, createParser(format, options.baseIRI ?? ''), graph.add, options.signal)
    return refusal ? { ok: false, refusal } : { ok: true, graph: graph.freeze(), format }
  } catch (error) {
    return { ok: false, refusal: asRefusal(error, options.signal) }
  }
}

/** Ends the reading when the signal fires, even while the source is silent. */
async function* interruptible(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array | string> {
  if (!signal) return yield* source
  const iterator = source[Symbol.asyncIterator]()
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  try {
    for (;;) {
      const step = await Promise.race([iterator.next(), aborted])
      if (step.done) return
      yield step.value
    }
  } finally {
    // Not awaited: a source that hangs in next() would hang in return() too.
    void iterator.return?.()?.catch(() => undefined)
  }
}

function createParser(format: RdfFormat, baseIRI: string): Transform {
  if (format === 'json-ld') return new JsonLdParser({ baseIRI, documentLoader: noRemoteContexts, skipContextValidation: false }) as unknown as Transform // readable-stream's class is the same shape
  // Real catalogues hold unescaped characters in addresses: those are judged per field, not per file.
  if (format === 'rdf-xml') return new RdfXmlParser({ baseIRI, trackPosition: true, allowDuplicateRdfIds: true, validateUri: false }) as unknown as Transform
  return new StreamParser({ format: n3Formats[format], baseIRI })
}

const n3Formats = { turtle: 'text/turtle', 'n-triples': 'application/n-triples', 'n-quads': 'application/n-quads' } as const

/** A context from the network would let any source make this server call any address. */
const noRemoteContexts = { load: (): Promise<never> => Promise.reject(new Error('no context is loaded')) }

async function feed(chunks: AsyncIterable<Buffer>, parser: Transform, add: (quad: ParsedQuad) => Refusal | undefined, signal: AbortSignal | undefined): Promise<Refusal | undefined> {
  let refusal: Refusal | undefined
  let failure: unknown
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve)
    parser.on('close', resolve)
    parser.on('error', (error: unknown) => { failure ??= error; resolve() })
  })
  parser.on('data', (quad: ParsedQuad) => { refusal ??= add(quad) })
  const stopped = () => refusal !== undefined || failure !== undefined
  try {
    for await (const chunk of chunks) {
      if (signal?.aborted) throw signal.reason
      if (stopped()) break
      if (!parser.write(chunk.toString())) await Promise.race([once(parser, 'drain'), ended])
    }
    if (!stopped()) { parser.end(); await ended }
  } finally {
    parser.destroy()
  }
  if (refusal) return refusal
  return failure === undefined ? undefined : asRefusal(failure, signal)
}

function asRefusal(error: unknown, signal: AbortSignal | undefined): Refusal {
  if (error instanceof RefusalError) return error.refusal
  if (signal?.aborted) return refuse(isTimeout(signal.reason) ? 'open-data.harvest.timeout' : 'open-data.harvest.cancelled')
  if (!(error instanceof Error)) return refuse('open-data.harvest.syntax', { detail: String(error) })
  // The context parser wraps what its loader says.
  if ('code' in error && error.code === 'loading remote context failed') return refuse('open-data.harvest.remote-context-forbidden', { detail: /https?:\S+(?=: )/.exec(error.message)?.[0] ?? error.message })
  if ('code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|UND_ERR|ERR_STREAM|Z_)/.test(error.code)) return refuse('open-data.harvest.source-broken', { detail: error.message })
  const at = positionOf(error)
  return refuse('open-data.harvest.syntax', at ? { detail: error.message, at } : { detail: error.message })
}

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError'

/** Line and column as far as the parsers know them: rdfxml on the error, saxes in its message, n3 in its context. */
function positionOf(error: Error): Refusal['at'] {
  const message = /^(?:Line )?(\d+)(?::| column )(\d+)/.exec(error.message)
  if (message) return { line: Number(message[1]), column: Number(message[2]), byte: -1 }
  const line = 'line' in error ? error.line : 'context' in error ? lineOf(error.context) : undefined
  if (typeof line !== 'number') return undefined
  return { line, column: 'column' in error && typeof error.column === 'number' ? error.column : 1, byte: -1 }
}

const lineOf = (context: unknown) => typeof context === 'object' && context !== null && 'line' in context ? context.line : undefined
