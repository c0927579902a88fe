import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { demoAccountId, openDatabase, openPool } from '@modellregion/kernel'
import { root } from '@modellregion/testing'
import type { Command } from './leak-server-for-tests.ts'
import { traffic, type Seats } from './leak-traffic-for-tests.ts'
import { countIn, countInDatabase, countInFile, countInFolder, countInMemory, needlesOf } from './needles-for-tests.ts'
import { hire } from './parties-for-tests.ts'
import { tenant } from './server-for-tests.ts'

/** How often the marked word was found in each place, and, as a proof that the search works, something that must be there. */
export type Leaks = { readonly place: string; readonly found: number; readonly control: number }[]
export type Proof = { readonly leaks: Leaks; readonly cases: number; readonly messages: number }

/**
 * Lets persons and confidants write a marked word in many cases through the routes, and goes on writing while it searches: every row of every
 * table, data folder, backup, logs, memory of the process and what push services are told. `heap`: also a snapshot of the heap after collection.
 */
export async function proveNothingLeaks({ cases, heap = false }: { cases: number; heap?: boolean }): Promise<Proof> {
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-leaks-'))
  const data = join(folder, 'data')
  const [mark, held] = [word('Kanari'), word('Geiger')]
  await mkdir(data)
  const push = await startPush()
  const server = await startLeakServer(data, push.host)
  try {
    const live = await traffic({ ...server, push: `http://${push.host}/knock`, mark, seats: await seatsOf(server.appUrl) }, cases)
    await server.tell({ tell: true })
    await server.tell({ backup: join(folder, 'backup.tar.gz') })
    await server.tell({ hold: held })
    if (heap) await server.tell({ heap: join(folder, 'page.heapsnapshot') })
    const [one] = live.controls
    const secrets = [mark, ...live.secrets]
    const searched = async (place: string, search: (words: string[]) => Promise<number[] | undefined>, control: string, words: string[] = secrets): Promise<Leaks> => {
      const counts = await search([...words, control])
      return counts ? [{ place, found: counts.slice(0, -1).reduce((sum, count) => sum + count, 0), control: counts.at(-1) ?? 0 }] : []
    }
    const leaks = [
      ...(await searched('database', (words) => countInDatabase(server.superuserUrl, words), one)),
      ...(await searched('memory', (words) => countInMemory(server.pid, words), held, [mark])),
      ...(heap ? await searched('heap', (words) => countInFile(join(folder, 'page.heapsnapshot'), words), held, [mark]) : []),
    ]
    const messages = await live.end()
    await writeFile(join(data, 'control'), held)
    leaks.push(
      ...(await searched('backup', (words) => countInFile(join(folder, 'backup.tar.gz'), words), one)),
      ...(await searched('data folder', (words) => countInFolder(data, words), held)),
      ...(await searched('logs', async (words) => words.map((text) => countIn(Buffer.from(server.logs()), needlesOf(text))), 'help-chat')),
      ...(await searched('push', async (words) => words.map((text) => countIn(Buffer.from(push.told()), needlesOf(text))), '/knock')),
    )
    return { leaks, cases, messages }
  } finally {
    await server.end()
    push.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const word = (beginning: string): string => beginning + randomBytes(12).toString('hex')

async function seatsOf(appUrl: string): Promise<Seats> {
  const database = openDatabase(openPool(appUrl, { name: 'leaks', size: 1 }), new Set(['help-chat', 'platform']))
  const one = (key: string) => database.unit({ tenant, service: 'help-chat', access: 'write', now: new Date() }, (db) => hire(db, { accountId: demoAccountId(tenant, key) }))
  try {
    return { vera: await one('vera'), viktor: await one('viktor') }
  } finally {
    await database.close()
  }
}

/** A push service that keeps what it is told. */
async function startPush(): Promise<{ host: string; told: () => string; close: () => void }> {
  let told = ''
  const service = createServer((request, reply) => {
    told += `${request.url} ${JSON.stringify(request.headers)}\n`
    request.on('data', (part: Buffer) => (told += part.toString('latin1')))
    request.on('end', () => reply.writeHead(201).end())
  })
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready))
  const at = service.address()
  return { host: `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, told: () => told, close: () => service.close() }
}

type LeakServer = { readonly port: number; readonly pid: number; readonly appUrl: string; readonly superuserUrl: string; tell(command: Command): Promise<void>; logs(): string; end(): Promise<void> }

async function startLeakServer(data: string, push: string): Promise<LeakServer> {
  const file = join(import.meta.dirname, 'leak-server-for-tests.ts')
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', './app/tsx-hook.ts', file, data, push], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  let logs = ''
  const answers: string[] = []
  let wake = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      if (line.startsWith('> ')) answers.push(line.slice(2))
      else logs += `${line}\n`
      wake()
    })
  }
  child.once('exit', () => wake())
  const answer = async (): Promise<string> => {
    for (;;) {
      const line = answers.shift()
      if (line !== undefined) return line
      if (child.exitCode !== null) throw new Error(`The server has ended: ${logs.slice(-2_000)}`)
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const place = JSON.parse(await answer()) as Pick<LeakServer, 'port' | 'pid' | 'appUrl' | 'superuserUrl'> // what leak-server-for-tests.ts says first
  const write = (command: Command) => void child.stdin?.write(`${JSON.stringify(command)}\n`)
  return {
    ...place,
    logs: () => logs,
    tell: async (command) => {
      write(command)
      await answer()
    },
    end: async () => {
      write({ end: true })
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}
