// The loading process: is told one file, says how far it is and what came of it, and ends.
import type { ChildMessage, LoadOrder } from './child-schema.ts'
import { load } from './load.ts'

/** Bytes: the heap (see `run-child.ts`) and DuckDB's memory (see `duck.ts`) with buffers between them stay far below. */
const mostMemory = 1_200_000_000

const say = (message: ChildMessage) => process.send?.(message)
process.once('message', (order: LoadOrder) => {
  void load(order, (share, words, counts) => say({ kind: 'progress', share, words, counts })).then((result) => {
    process.send?.({ kind: 'result', result: { ...result, peak: process.resourceUsage().maxRSS * 1_024 } } satisfies ChildMessage, () => process.exit(0))
  })
})
// Nobody waits for a result any more.
process.once('disconnect', () => process.exit(0))
// Native code has bounds of its own; should they fail, this process goes before the town's does.
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.exit(9)
}, 500).unref()
