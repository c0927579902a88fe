// A web process in which nothing of what people write may be found. Its data folder is the first argument, the address of the push service the
// second. Says when it is ready; then answers each line of its input, see `Command`. Run with --expose-gc.
import { createInterface } from 'node:readline'
import { writeHeapSnapshot } from 'node:v8'
import { backupInstallation } from '@modellregion/kernel'
import { root } from '@modellregion/testing'
import { tellAll } from '../notification/tell.ts'
import { bootTown, tenant } from './server-for-tests.ts'

/**
 * `hold`: keeps a word in memory, so that a search can prove that it finds words there. `later`: moves the clock by seconds. `tell`: sends what
 * waits to be told. `backup`, `heap`: write a file. `end`: ends.
 */
export type Command = { hold: string } | { later: number } | { tell: true } | { backup: string } | { heap: string } | { end: true }

let shift = 0
const held: unknown[] = []
const [data = '', push = ''] = process.argv.slice(2)
const { running, temporary, config, close } = await bootTown({ now: () => new Date(Date.now() + shift), settings: { logLevel: 'debug', dataFolder: data, push: { allow: [push] } } })
// Logs go the same way; the sign at the beginning tells them apart.
const say = (value: unknown) => process.stdout.write(`> ${JSON.stringify(value)}\n`)
say({ port: running.port, pid: process.pid, appUrl: temporary.appUrl, superuserUrl: temporary.superuserUrl })

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command // written by leaks-for-tests.ts
  if ('end' in command) break
  await follow(command)
  say({ done: true })
}
await close()
process.exit(0)

async function follow(command: Command): Promise<void> {
  // Joined with something of its own, so that the word stands in memory as a text and not only in what was read.
  if ('hold' in command) held.push(`${command.hold}-${process.pid}`, Buffer.from(command.hold))
  if ('later' in command) shift += command.later * 1_000
  if ('tell' in command) {
    const town = running.platform.directory.byId(tenant)
    if (!town) throw new Error('The town is missing.')
    for (let run = 0; run < 12; run++) await tellAll(running.platform, town, AbortSignal.timeout(20_000))
  }
  // The role of these tests may not read past row level security, as an operator's role for backups does.
  const asOperator = { ...config, ...(config.database && { database: { ...config.database, ownerUrl: temporary.superuserUrl } }) }
  if ('backup' in command) await backupInstallation({ config: asOperator, root, file: command.backup, now: running.platform.now(), report: () => {} })
  if ('heap' in command) {
    globalThis.gc?.()
    writeHeapSnapshot(command.heap)
  }
}
