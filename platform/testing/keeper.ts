// A process that keeps one test server running for as long as its standard input stays open. However the test run ends
// (done, failed, killed), the pipe closes, the server stops and its folder is removed.
import { rmSync } from 'node:fs'
import { startEmbeddedServer, type PostgresVersion } from './kernel.ts'
import { placeholder } from './addresses.ts'

const [folder, version, durability] = process.argv.slice(2)
if (!folder) throw new Error('Usage: keeper.ts <folder> <version> [durable]')

let ended = false
process.stdin.resume()
process.stdin.once('end', () => (ended = true))
// Ctrl-C reaches the whole terminal group; the pipe says when the run is really over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const server = await startEmbeddedServer({
  folder,
  version: Number(version) as PostgresVersion, // embedded-binaries refuses others
  // Speed instead of durability: nothing here outlives the run. Measurements ask for a server as a town runs it.
  settings: durability === 'durable' ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '128MB' },
})
process.stdout.write(
  `${JSON.stringify({
    superuser: server.superuserUrl(placeholder),
    owner: server.ownerUrl(placeholder),
    app: server.appUrl(placeholder),
    jobs: server.jobsUrl(placeholder),
  })}\n`,
)
if (!ended) await new Promise((resolve) => process.stdin.once('end', resolve))
await server.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
