import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Progress } from '@modellregion/kernel'
import type { ChildMessage, LoadOrder, LoadResult } from './child-schema.ts'

/** Megabytes for the objects of the loading process; DuckDB's own memory lies beside them (see `duck.ts`). */
const heap = 256

/** So many loading processes at once beside one server: each may take 600 MB. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

function turn(signal: AbortSignal): Promise<void> {
  if (running < atOnce) {
    running++
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    waiting.push(resolve)
    const leave = () => {
      const place = waiting.indexOf(resolve)
      if (place < 0) return
      waiting.splice(place, 1)
      reject(signal.reason instanceof Error ? signal.reason : new Error('The job was stopped.'))
    }
    signal.addEventListener('abort', leave, { once: true })
  })
}

function passOn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

/** The loading process ended without a result: by a signal, out of memory, or by a crash of native code. */
export class ChildEnded extends Error {
  constructor(how: string) {
    super(`The loading process ended early (${how}).`)
    this.name = 'ChildEnded'
  }
}

/**
 * Looks at a file in a process of its own: files come from outside, and what reads them may run out of memory or crash without
 * taking the server with it. Aborting kills it at once; it holds nothing that would be lost.
 * @throws ChildEnded
 */
export async function runChild(order: LoadOrder, progress: Progress, signal: AbortSignal): Promise<LoadResult> {
  await turn(signal)
  try {
    signal.throwIfAborted()
    return await run(order, progress, signal)
  } finally {
    passOn()
  }
}

async function run(order: LoadOrder, progress: Progress, signal: AbortSignal): Promise<LoadResult> {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], { execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'json' })
  const kill = () => void child.kill('SIGKILL')
  signal.addEventListener('abort', kill, { once: true })
  try {
    return await resultOf(child, order, progress)
  } finally {
    signal.removeEventListener('abort', kill)
    kill()
  }
}

function resultOf(child: ChildProcess, order: LoadOrder, progress: Progress): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-2_000)))
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'progress') progress(message.share, message.words, message.counts)
      else {
        progress(1, undefined, { peak: message.result.peak })
        resolve(message.result)
      }
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new ChildEnded(`${signal ?? `code ${code}`}${complaint ? `: ${complaint.trim().split('\n').findLast((line) => /Error|FATAL/.test(line)) ?? ''}` : ''}`)))
    child.send(order)
  })
}
