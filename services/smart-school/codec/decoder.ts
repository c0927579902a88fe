import { Worker } from 'node:worker_threads'
import { openBreaker } from './breaker.ts'
import type { Question, Reply, Work, Worked } from './sandbox/protocol.ts'
import { usualLimits, type Called, type CodecSource, type DecodeInput, type Decoded, type EncodeInput, type Encoded, type Failure, type Limits, type Resting } from './schema.ts'

/** Runs codecs in a thread of their own, so that a runaway program never keeps the process from its other work. */
export type Decoder = {
  /** One outcome for each input, in their order. Never rejects. `wants: 'measures'`: `data` may be null where the codec normalises, which is a fifth faster. */
  decode(codec: CodecSource, inputs: readonly DecodeInput[], wants?: Wants): Promise<Decoded[]>
  encode(codec: Pick<CodecSource, 'program'>, input: EncodeInput): Promise<Encoded>
  decodeDownlink(codec: Pick<CodecSource, 'program'>, input: { readonly bytes: Uint8Array; readonly fPort: number }): Promise<Called>
  /** Calls one function of a program by name. Arguments and result are plain data. */
  call(program: string, entry: 'chart' | 'decodeUplink', args: readonly unknown[], now: Date): Promise<Called>
  /** Codecs that were stopped too often in a row, and for how long they rest. */
  resting(): readonly Resting[]
  close(): Promise<void>
}

/** Decodes that travel together. A lot has the time of one decode; when it is stopped, each input is decoded by itself. */
const lot = 64
/** Milliseconds after which a thread is ended whatever it did: it hangs. */
const longestWait = 5_000

/** Milliseconds that the thread may take to start on a busy machine. */
const longestStart = 60_000

type Task = Omit<Question, 'id'> & { readonly done: (worked: Worked) => void }

type Wants = 'all' | 'measures'
type Flown = { readonly id: number; readonly task: Task }

/** Opens a decoder. Its thread starts with the first decode and does not keep the process alive when there is nothing to do. */
export function openDecoder(limits: Limits = usualLimits): Decoder {
  const waiting: Task[] = []
  let flying: Flown[] = []
  let worker: Worker | undefined
  let isReady = false
  let isClosed = false
  let lastId = 0
  let watch: NodeJS.Timeout | undefined
  const breaker = openBreaker()

  function start(): Worker {
    const thread = new Worker(new URL('./sandbox/worker.ts', import.meta.url), { env: {}, execArgv: [], stdin: false, resourceLimits: { stackSizeMb: 8, maxOldGenerationSizeMb: 128 } })
    isReady = false
    thread.on('message', (reply: Reply) => thread === worker && hear(reply))
    thread.on('error', (error) => thread === worker && lose({ ok: false, reason: 'memory', message: `The sandbox ended: ${error.message}` }))
    return thread
  }

  function hear(reply: Reply): void {
    if (reply === 'ready') isReady = true
    else {
      const at = flying.findIndex(({ id }) => id === reply.id)
      const [flown] = at < 0 ? [] : flying.splice(at, 1)
      flown?.task.done(reply.worked)
    }
    send()
  }

  /** The thread is gone or hangs: what it was doing failed, what it had not begun begins again in a new one. */
  function lose(failure: Failure): void {
    const [guilty, ...innocent] = flying
    flying = []
    void worker?.terminate()
    worker = undefined
    waiting.unshift(...innocent.map(({ task }) => task))
    guilty?.task.done(failure)
    send()
  }

  function send(): void {
    clearTimeout(watch)
    if (waiting.length === 0 && flying.length === 0) {
      worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    // Two at once, so that the thread has the next one when it is done.
    while (isReady && flying.length < 2 && waiting.length > 0) {
      const task = waiting.shift()
      if (!task) break
      const id = ++lastId
      flying.push({ id, task })
      worker.postMessage({ id, work: task.work, limits: task.limits, ...(task.reading ? { reading: task.reading } : {}) } satisfies Question)
    }
    const [head] = flying
    watch = head ? setTimeout(() => suspect(head, performance.now()), head.task.limits.time * 2) : setTimeout(() => lose(stoppedAfter(limits)), longestStart)
  }

  /**
   * No answer in twice the time. Loops inside QuickJS's own functions never ask whether time is up, so this thread looks how much the other has computed meanwhile. When it
   * was this process or the machine that was busy, it has computed little, or the answer lies in the letter box already.
   */
  function suspect(head: Flown, since: number, before?: number): void {
    void worker?.cpuUsage().then(({ user, system }) => {
      if (flying[0] !== head) return
      const computed = (user + system) / 1_000
      const isOver = before !== undefined && computed - before > head.task.limits.time
      if (isOver || performance.now() - since > longestWait) lose(stoppedAfter(head.task.limits))
      else watch = setTimeout(() => suspect(head, since, before ?? computed), head.task.limits.time)
    }, () => flying[0] === head && lose(stoppedAfter(head.task.limits)))
  }

  const ask = (work: Work, reading?: Question['reading'], urgent = false): Promise<Worked> =>
    new Promise((done) => {
      if (isClosed) return done({ ok: false, reason: 'error', message: 'The decoder is closed.' })
      const task: Task = { work, limits, done, ...(reading ? { reading } : {}) }
      if (urgent) waiting.unshift(task)
      else waiting.push(task)
      send()
    })

  async function decodeLot(codec: CodecSource, inputs: readonly DecodeInput[], wants: Wants, urgent = false): Promise<Decoded[]> {
    const rest = breaker.whyRest(codec)
    if (rest) return inputs.map(() => rest)
    const worked = await ask({ kind: wants === 'all' || hasMapping(codec) ? 'decode' : 'measure', program: codec.program, items: itemsOf(inputs) }, codec.mapping ? { mapping: codec.mapping } : {}, urgent)
    if (worked.ok) {
      const outcomes = JSON.parse(worked.text) as Decoded[] // written by the worker
      if (outcomes.length > 1 && outcomes.some(isStopped)) return decodeSingly(codec, inputs, wants)
      outcomes.forEach((outcome) => breaker.note(codec, outcome))
      return outcomes
    }
    if (inputs.length > 1 && isStopped(worked)) return decodeSingly(codec, inputs, wants)
    breaker.note(codec, worked)
    return inputs.map(() => worked)
  }

  async function decodeSingly(codec: CodecSource, inputs: readonly DecodeInput[], wants: Wants): Promise<Decoded[]> {
    const outcomes: Decoded[] = []
    for (const input of inputs) outcomes.push(...(await decodeLot(codec, [input], wants, true)))
    return outcomes
  }

  async function single(work: Omit<Work, 'items'>, item: unknown): Promise<unknown> {
    const worked = await ask({ ...work, items: JSON.stringify([item]) })
    return worked.ok ? (JSON.parse(worked.text) as unknown[])[0] : { f: worked.reason, m: worked.message, l: worked.line } // written by guest.js
  }

  return {
    async decode(codec, inputs, wants = 'all') {
      const lots: Promise<Decoded[]>[] = []
      for (let at = 0; at < inputs.length; at += lot) lots.push(decodeLot(codec, inputs.slice(at, at + lot), wants))
      return (await Promise.all(lots)).flat()
    },
    async encode({ program }, { data, fPort, variables }) {
      const answer = (await single({ kind: 'encode', program }, { data, p: fPort, v: variables })) as Refused & { b: number[]; p: number; w: string[] } // written by guest.js
      return answer.f ? refusalOf(answer) : { ok: true, bytes: Uint8Array.from(answer.b), fPort: answer.p, warnings: answer.w }
    },
    async decodeDownlink({ program }, { bytes, fPort }) {
      const answer = (await single({ kind: 'decodeDownlink', program }, { b: [...bytes], p: fPort })) as Refused & { d: unknown } // written by guest.js
      return answer.f ? refusalOf(answer) : { ok: true, value: answer.d, log: [] }
    },
    async call(program, entry, args, now) {
      const { r, log = [], ...failed } = (await single({ kind: 'call', program }, { entry, args, t: now.getTime() })) as Refused & { r?: Refused & { d: unknown }; log?: string[] } // written by guest.js
      const answer = r ?? failed
      return answer.f ? { ...refusalOf(answer), log } : { ok: true, value: r?.d, log }
    },
    resting: () => breaker.list(),
    async close() {
      isClosed = true
      clearTimeout(watch)
      const over: Failure = { ok: false, reason: 'error', message: 'The decoder is closed.' }
      const open = [...flying.map(({ task }) => task), ...waiting.splice(0)]
      flying = []
      const thread = worker
      worker = undefined
      open.forEach(({ done }) => done(over))
      await thread?.terminate()
    },
  }
}

const stoppedAfter = ({ time }: Limits): Failure => ({ ok: false, reason: 'timeout', message: `The program was stopped after ${time} ms.` })

type Refused = { readonly f?: Failure['reason']; readonly m?: string; readonly l?: number }

const refusalOf = ({ f: reason = 'error', m: message = '', l: line }: Refused): Failure => ({ ok: false, reason, message, ...(line === undefined ? {} : { line }) })
const hasMapping = ({ mapping = {} }: CodecSource): boolean => Object.keys(mapping).length > 0
const isStopped = (outcome: Decoded | Worked): boolean => !outcome.ok && (outcome.reason === 'timeout' || outcome.reason === 'memory')

// By hand: JSON.stringify would walk every byte as an object's field.
const itemsOf = (inputs: readonly DecodeInput[]): string =>
  `[${inputs.map(({ bytes, fPort, recvTime, variables }) => `{"b":[${bytes.join(',')}],"p":${Number(fPort)},"t":${recvTime.getTime()}${variables ? `,"v":${JSON.stringify(variables)}` : ''}}`).join(',')}]`
