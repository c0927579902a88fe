// npm run bench [name …]: measures, compares with the target, prints one table. Each `*.bench.ts` exports `name` and `run()`.
import { globSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { processEnvironment, serverVariable, startTestServer } from '@modellregion/testing'
import { isBench, type Bench, type Row } from './row.ts'
import { table } from './table.ts'

const root = dirname(import.meta.dirname)
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const benches = await discover()
// "help-chat" means "help-chat-live" and all its others, too.
const isMeant = (bench: Bench, name: string): boolean => bench.name === name || bench.name.startsWith(`${name}-`)
const unknown = wanted.filter((name) => !benches.some((bench) => isMeant(bench, name)))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown[0]}". There are: ${benches.map(({ name }) => name).join(', ')}.\n`)
  process.exit(1)
}

// A server with the settings of a town's own, not the hasty one of the tests; it ends with this process.
const environment = processEnvironment()
if (!environment['DATABASE_URL']) environment[serverVariable(18)] = JSON.stringify(await startTestServer(18, { durable: true }))

const rows: Row[] = []
for (const { name, run } of benches.filter((bench) => wanted.length === 0 || wanted.some((one) => isMeant(bench, one)))) {
  process.stderr.write(`measuring ${name} …\n`)
  rows.push(...(await run()).map((row) => ({ ...row, what: `${name}: ${row.what}` })))
}
process.stdout.write(`\n${table(rows)}\n\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
process.exit(rows.every(({ ok }) => ok) ? 0 : 1)

async function discover(): Promise<Bench[]> {
  const files = globSync('{bench,services/*/bench}/**/*.bench.ts', { cwd: root }).sort()
  const loaded: unknown[] = await Promise.all(files.map((file) => import(pathToFileURL(join(root, file)).href)))
  return loaded.map((module, at) => {
    if (isBench(module)) return module
    throw new Error(`${files[at]} must export "name" and "run".`)
  })
}
