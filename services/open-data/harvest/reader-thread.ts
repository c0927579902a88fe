// Reads and maps one spooled page in a thread of its own: a large catalogue neither stops the pages of the town nor can it take
// more memory than the thread is given. Lots go out one at a time; the next is made when the last was stored.
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { RefusalError } from '../dcat/refusals.ts'
import { lotsOf } from './page.ts'
import { prepare } from './prepare.ts'
import { readContent } from './read-content.ts'
import type { ThreadJob, ThreadMessage } from './read-in-thread.ts'

const port = parentPort as MessagePort // this file is only ever started as a thread
const job = workerData as ThreadJob
const post = (message: ThreadMessage) => port.postMessage(message)

try {
  const page = await readContent(job.source, job.address, createReadStream(job.file), new AbortController().signal)
  if (!page.ok) post({ kind: 'refused', refusal: page.refusal })
  else {
    post({ kind: 'page', ...(page.expected !== undefined && { expected: page.expected }), ...(page.next !== undefined && { next: page.next }) })
    for await (const lot of lotsOf(page.records, job.lotSize)) {
      post({ kind: 'lot', lot: lot.map(prepare) })
      await once(port, 'message')
    }
    post({ kind: 'end', services: [...page.services], series: [...page.series] })
  }
} catch (error) {
  if (error instanceof RefusalError) post({ kind: 'refused', refusal: error.refusal })
  else throw error
}
process.exit()
