import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { RefusalError, refuse, type Refusal } from '../dcat/refusals.ts'
import type { DataService, DatasetSeries } from '../dcat/schema.ts'
import type { Prepared } from './prepare.ts'
import type { Source } from './schema.ts'

export type ThreadJob = { source: Source; address: string; file: string; lotSize: number }
export type ThreadMessage =
  | { kind: 'page'; expected?: number; next?: string }
  | { kind: 'lot'; lot: Prepared[] }
  | { kind: 'end'; services: DataService[]; series: DatasetSeries[] }
  | { kind: 'refused'; refusal: Refusal }

/** Megabytes for the objects of one page; its texts lie beside them, within the limits of `rdf/limits.ts`. */
const heap = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 6 }

/**
 * The messages of the reading thread, one by one; the thread goes on when the next is asked for.
 * @throws RefusalError for what the page contains, and when it needs more memory than a page may
 */
export async function* readInThread(job: ThreadJob, signal: AbortSignal): AsyncGenerator<Exclude<ThreadMessage, { kind: 'refused' }>> {
  const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), { workerData: job, resourceLimits: heap })
  const waiting: ThreadMessage[] = []
  let failure: Error | undefined
  let ended = false
  let wake = () => {}
  thread.on('message', (message: ThreadMessage) => (waiting.push(message), wake()))
  thread.on('error', (error: Error) => ((failure = error), wake()))
  thread.on('exit', () => ((ended = true), wake()))
  signal.addEventListener('abort', () => void thread.terminate(), { once: true })
  try {
    for (;;) {
      if (waiting.length === 0 && !ended && !failure) await new Promise<void>((resolve) => (wake = resolve))
      signal.throwIfAborted()
      const message = waiting.shift()
      if (message?.kind === 'refused') throw new RefusalError(message.refusal)
      if (message) {
        yield message
        if (message.kind === 'end') return
        if (message.kind === 'lot') thread.postMessage('next')
        continue
      }
      if (failure) throw asRefusal(failure)
      if (ended) throw new RefusalError(refuse('open-data.harvest.source-broken', { detail: 'The reading thread ended early.' }))
    }
  } finally {
    if (!ended) {
      void thread.terminate()
      await once(thread, 'exit')
    }
  }
}

const asRefusal = (error: Error & { code?: string }): Error =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new RefusalError(refuse('open-data.harvest.out-of-memory-budget', { detail: `> ${heap.maxOldGenerationSizeMb} MB` })) : error
