// A reporter for node's test runner: the files that took longest, so that whoever shortens the run knows where to begin.
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

const shown = 12
const worthSaying = 3_000

/** One line for each file that took more than three seconds, the longest first. */
export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const took = new Map<string, number>()
  for await (const event of events) {
    // Beside its tests a file is a test itself, called by its path.
    if (event.type !== 'test:complete' || event.data.file === undefined || event.data.name !== relative(process.cwd(), event.data.file)) continue
    took.set(event.data.file, event.data.details.duration_ms)
  }
  const longest = [...took].filter(([, ms]) => ms > worthSaying).sort(([, a], [, b]) => b - a)
  for (const [file, ms] of longest.slice(0, shown)) yield `slow: ${(ms / 1000).toFixed(1)} s ${relative(process.cwd(), file)}\n`
}
