// A web process of the help chat, so that its memory can be told from that of the load. Prints one line of JSON when it is ready; then answers
// each line of its input: `usage`, `end`.
import { createInterface } from 'node:readline'
import { bootTown } from '../../services/help-chat/thread/server-for-tests.ts'

const { running, temporary, close } = await bootTown()
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)
say({ port: running.port, appUrl: temporary.appUrl })

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'usage') {
    const { user, system } = process.cpuUsage()
    say({ cpuSeconds: (user + system) / 1e6, rss: process.memoryUsage.rss() / 1024 / 1024 })
  }
  if (line === 'end') break
}
await close()
process.exit(0)
