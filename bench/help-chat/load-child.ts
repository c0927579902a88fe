// Load on the help chat, in a process of its own: `load-child.ts <what> <server as JSON> …`. Prints a line of JSON when it is ready and one with
// what it has measured; ends with its input.
import { createInterface } from 'node:readline'
import { floodLoad, honestLoad } from './flood-load.ts'
import { inboxLoad } from './inbox-load.ts'
import { idleLoad, liveLoad } from './live-load.ts'
import type { Server } from './server.ts'

const [what = '', text = '{}', ...args] = process.argv.slice(2)
const server = JSON.parse(text) as Server // written by server.ts
const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
const numbers = args.map(Number)
const loads: Record<string, () => Promise<void>> = {
  live: () => liveLoad(server, say, numbers),
  idle: () => idleLoad(server, say, numbers),
  flood: () => floodLoad(server, say, numbers),
  honest: () => honestLoad(server, say, numbers),
  inbox: () => inboxLoad(server, say, numbers),
}
void loads[what]?.()
for await (const line of createInterface({ input: process.stdin })) if (line === 'end') break
process.exit(0)
