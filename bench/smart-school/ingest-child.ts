// The way of a message in a process of its own: broker, codec thread, store. Says its port when it is ready; then answers each line: `usage`, `end`.
import { createInterface } from 'node:readline'
import { openBroker } from '../../services/smart-school/ingest/broker.ts'
import { pipelineOf } from '../../services/smart-school/ingest/pipeline.ts'
import { databaseAt, ingestPlatform } from '../../services/smart-school/ingest/town-testing.ts'

const [, , url = '', port = '0'] = process.argv
const database = databaseAt(url)
const platform = ingestPlatform(database, () => new Date())
const broker = await openBroker(platform, { port: Number(port), host: '127.0.0.1' })
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)
say({ port: broker.port })
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'usage') {
    const { user, system } = process.cpuUsage()
    say({ cpuSeconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 1024 / 1024 })
  }
  if (line === 'end') break
}
await broker.stop()
await pipelineOf(platform).close()
await database.close()
process.exit(0)
