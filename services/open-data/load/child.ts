// The loading process: is told one file, says how far it is and what came of it, and ends.
import type { ChildMessage, LoadOrder } from './child-schema.ts'
import { load } from './load.ts'

const say = (message: ChildMessage) => process.send?.(message)
process.once('message', (order: LoadOrder) => {
  void load(order, (share, words, counts) => say({ kind: 'progress', share, words, counts })).then((result) => {
    process.send?.({ kind: 'result', result: { ...result, peak: process.resourceUsage().maxRSS * 1_024 } } satisfies ChildMessage, () => process.exit(0))
  })
})
process.once('disconnect', () => process.exit(0))
